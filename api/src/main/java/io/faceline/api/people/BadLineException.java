package io.faceline.api.people;

/** A line that is no exported person; the message says what is wrong and never repeats a name. */
public final class BadLineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadLineException(String message) {
        super(message);
    }
}
