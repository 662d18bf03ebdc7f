package io.faceline.standalone.pipeline;

/** The matcher did not make a change; the message says why and what to do. */
public final class ChangeFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangeFailedException(String message) {
        super(message);
    }
}
