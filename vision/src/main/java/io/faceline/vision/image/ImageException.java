package io.faceline.vision.image;

import io.faceline.contracts.frame.FailureCode;

/** An image that cannot be used. The message says what is wrong with it and what to do, in words for whoever sent it. */
public final class ImageException extends Exception {
    private static final long serialVersionUID = 1;

    private final FailureCode code;

    public ImageException(FailureCode code, String message) {
        super(message);
        this.code = code;
    }

    public ImageException(FailureCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public FailureCode code() {
        return code;
    }
}
