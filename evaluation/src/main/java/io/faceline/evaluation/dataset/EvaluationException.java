package io.faceline.evaluation.dataset;

/** The data cannot be evaluated as asked. The message is for whoever asked. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EvaluationException(String message) {
        super(message);
    }

    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
