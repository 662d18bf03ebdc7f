package io.faceline.ingest.transport;

import io.faceline.contracts.frame.Match;

/** An enrollment was answered, but its writes cannot be read yet. They may become visible later; asking again is safe. */
public final class NotYetVisibleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Match match;

    public NotYetVisibleException(Match match) {
        super("the person is stored, but not visible yet; look at the list of people again");
        this.match = match;
    }

    /** The answer to the enrollment. */
    public Match match() {
        return match;
    }
}
