package io.faceline.runtime.streams;

/**
 * A record no stage can work on, whatever it tries: it goes to the dead letters, and the stage goes on. Anything else
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
