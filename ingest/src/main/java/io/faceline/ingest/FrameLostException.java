package io.faceline.ingest;

/** No answer will come for a frame; the message says why. */
public final class FrameLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FrameLostException(String message) {
        super(message);
    }
}
