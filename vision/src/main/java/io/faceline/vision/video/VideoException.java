package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;

/** A video that cannot be used, or not to its end; the message says why and what to do. */
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

    /** The message, which is never absent. */
    public String text() {
        return text;
    }
}
