package io.faceline.api.people;

/** A line is not a valid exported person. The message gives the reason and never contains a name. */
public final class InvalidLineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidLineException(String message) {
        super(message);
    }
}
