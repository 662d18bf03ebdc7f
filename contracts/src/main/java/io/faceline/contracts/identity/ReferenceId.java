package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;

/** The identity of a reference: derived from the enrolled frame and face, so that a repeat writes the same reference. */
public record ReferenceId(String value) {
    public ReferenceId {
        Checks.id("reference id", value);
    }

    public static ReferenceId of(FrameId frame, int faceIndex) {
        return new ReferenceId(frame.value() + ":" + faceIndex);
    }

    /** Of a reference that another model makes of the photo with this id: one photo has a reference of each model. */
    public ReferenceId byModel(String modelId) {
        return new ReferenceId(value + ":" + modelId.replace('@', '.'));
    }

    /** Whether this is the reference that named the photo, or one that another model made of it. */
    public boolean isMadeOf(ReferenceId photo) {
        return equals(photo) || value.startsWith(photo.value + ":");
    }

    @Override
    public String toString() {
        return value;
    }
}
