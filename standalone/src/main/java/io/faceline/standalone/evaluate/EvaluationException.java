package io.faceline.standalone.evaluate;

/** The data cannot be evaluated as asked. The message is for whoever asked. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EvaluationException(String message) {
        super(message);
    }

    EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
