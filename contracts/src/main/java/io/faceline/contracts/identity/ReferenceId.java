package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;
import io.faceline.contracts.Sha256;

/** The id of a reference, derived from the enrolled frame and face, so that a retry writes the same reference. */
public record ReferenceId(String value) {
    /** More than other ids have: it may be that of a photo and of the model that made another reference of it. */
    private static final int MAX_LENGTH = 300;

    private static final int HASH_LENGTH = 16;

    public ReferenceId {
        Checks.id("reference id", value, MAX_LENGTH);
    }

    public static ReferenceId of(FrameId frame, int faceIndex) {
        return new ReferenceId(frame.value() + ":" + faceIndex);
    }

    /** The id of the reference that another model makes of the same photo: a photo has one reference per model. */
    public ReferenceId byModel(String modelId) {
        var byName = value + ":" + modelId.replace('@', '.');
        return new ReferenceId(
                byName.length() <= MAX_LENGTH
                        ? byName
                        : value + ":" + Sha256.hex(modelId).substring(0, HASH_LENGTH));
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
