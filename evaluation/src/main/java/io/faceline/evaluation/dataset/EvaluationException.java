package io.faceline.evaluation.dataset;

/** The data cannot be evaluated. The message is for the user. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EvaluationException(String message) {
        super(message);
    }

    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
