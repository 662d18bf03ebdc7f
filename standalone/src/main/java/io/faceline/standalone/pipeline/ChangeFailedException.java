package io.faceline.standalone.pipeline;

/** The matcher did not make a change; the message gives the reason and a remedy. */
public final class ChangeFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangeFailedException(String message) {
        super(message);
    }
}
