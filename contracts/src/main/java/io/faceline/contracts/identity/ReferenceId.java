package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;

/** The id of a reference, derived from the enrolled frame and face, so that a retry writes the same reference. */
public record ReferenceId(String value) {
    public ReferenceId {
        Checks.id("reference id", value);
    }

    public static ReferenceId of(FrameId frame, int faceIndex) {
        return new ReferenceId(frame.value() + ":" + faceIndex);
    }

    /** The id of the reference that another model makes of the same photo: a photo has one reference per model. */
    public ReferenceId byModel(String modelId) {
        return new ReferenceId(value + ":" + modelId.replace('@', '.'));
    }

    /** Whether this reference was made of the photo, by the first model or a later one. */
    public boolean isMadeOf(ReferenceId photo) {
        return equals(photo) || value.startsWith(photo.value + ":");
    }

    @Override
    public String toString() {
        return value;
    }
}
