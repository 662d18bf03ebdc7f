package io.faceline.runtime.streams;

/**
 * A record that can never be processed: it goes to the dead letters, and the stage continues. Any other exception
 * thrown while processing is a bug and stops the stage.
 */
public final class BadRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadRecordException(String message) {
        super(message);
    }

    public BadRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
