package io.faceline.api.people;

/** A line that is no exported person; the message says what is wrong and never repeats a name. */
public final class InvalidLineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidLineException(String message) {
        super(message);
    }
}
