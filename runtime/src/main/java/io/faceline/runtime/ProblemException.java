package io.faceline.runtime;

/** A request that gets a problem as its answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    /**
     * @param status HTTP status
     * @param code for programs, such as {@code NO_SUCH_PERSON}
     * @param detail for people: what is wrong and what to do
     */
    public ProblemException(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    /** For programs. */
    public String code() {
        return code;
    }

    Problem problem() {
        return Problem.of(status, code, String.valueOf(getMessage()));
    }
}
