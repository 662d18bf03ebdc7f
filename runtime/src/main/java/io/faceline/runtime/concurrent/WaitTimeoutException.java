package io.faceline.runtime.concurrent;

/** A wait timed out. The message says for what. */
public final class WaitTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WaitTimeoutException(String message) {
        super(message);
    }
}
