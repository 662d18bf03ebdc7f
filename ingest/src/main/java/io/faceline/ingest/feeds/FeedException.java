package io.faceline.ingest.feeds;

import io.faceline.contracts.frame.FailureCode;

/** A record of {@code feeds} that is refused. The message tells its writer what is wrong. */
final class FeedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why, for metrics: the failure of an image, or one of the reasons below. */
    private final String reason;

    /** The key names no source. */
    static final String BAD_SOURCE = "BAD_SOURCE";

    static final String SOURCE_NOT_ALLOWED = "SOURCE_NOT_ALLOWED";
    static final String NO_PICTURE = "NO_PICTURE";

    FeedException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    FeedException(FailureCode code, String message) {
        this(code.name(), message);
    }

    String reason() {
        return reason;
    }
}
