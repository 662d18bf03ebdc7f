package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;

/** A video cannot be read, or not completely. The message says why and what to do. */
public final class VideoException extends Exception {
    private static final long serialVersionUID = 1;

    private final FailureCode code;
    private final String text;

    public VideoException(FailureCode code, String message) {
        super(message);
        this.code = code;
        this.text = message;
    }

    public FailureCode code() {
        return code;
    }

    /** The message, never null. */
    public String text() {
        return text;
    }
}
