package io.faceline.contracts;

/** The identity of a reference: derived from the enrolled frame and face, so that a repeat writes the same reference. */
public record ReferenceId(String value) {
    public ReferenceId {
        Checks.id("reference id", value);
    }

    public static ReferenceId of(FrameId frame, int faceIndex) {
        return new ReferenceId(frame.value() + ":" + faceIndex);
    }

    @Override
    public String toString() {
        return value;
    }
}
