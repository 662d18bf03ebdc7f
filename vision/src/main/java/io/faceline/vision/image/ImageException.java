package io.faceline.vision.image;

import io.faceline.contracts.frame.FailureCode;

/** An invalid image. The message tells the sender what is wrong and what to do. */
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
