package io.faceline.runtime.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers a request with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Duration RETRY_AFTER_STOP = Duration.ofSeconds(1);

    private final int status;
    private final String code;
    private final transient Optional<Duration> retryAfter;
    private final transient Map<String, Object> more;

    /**
     * @param status HTTP status
     * @param code machine-readable, such as {@code NO_SUCH_PERSON}
     * @param detail human-readable: what is wrong and what to do
     */
    public ProblemException(int status, String code, String detail) {
        this(status, code, detail, Optional.empty(), Map.of());
    }

    private ProblemException(
            int status, String code, String detail, Optional<Duration> retryAfter, Map<String, Object> more) {
        super(detail);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
        this.more = Map.copyOf(more);
    }

    /** A temporary problem: {@code Retry-After} says in whole seconds, at least one, when to retry. */
    public static ProblemException later(int status, String code, String detail, Duration retryAfter) {
        return new ProblemException(status, code, detail, Optional.of(retryAfter), Map.of());
    }

    /** The problem of a request that the stop of its service interrupts. */
    public static ProblemException stopping() {
        return later(503, "NOT_READY", "the service is stopping; send the request again", RETRY_AFTER_STOP);
    }

    /** The same problem with an additional field of this name. */
    public ProblemException with(String name, Object value) {
        var all = new HashMap<>(more);
        all.put(name, value);
        return new ProblemException(status, code, String.valueOf(getMessage()), retryAfter, all);
    }

    /** The same problem, of which the message says where in the request it is. */
    public ProblemException in(String part) {
        return new ProblemException(status, code, part + ": " + getMessage(), retryAfter, more);
    }

    /** The machine-readable code. */
    public String code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Problem problem() {
        return Problem.of(status, code, String.valueOf(getMessage()), more);
    }
}
