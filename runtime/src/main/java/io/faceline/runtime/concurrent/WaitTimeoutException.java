package io.faceline.runtime.concurrent;

/** Something awaited did not come in time; the message says what. */
public final class WaitTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WaitTimeoutException(String message) {
        super(message);
    }
}
