package io.faceline.delivery.webhook;

import io.faceline.delivery.channel.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the status of an answer means. */
final class AnswerOutcome {
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    /** Timeouts and loads of the receiver, whose numbers are those of refused messages. */
    private static final Set<Integer> BUSY = Set.of(408, 425, TOO_MANY);

    private AnswerOutcome() {}

    static Outcome of(PostAnswer answer, Instant now) {
        var status = answer.status();
        if (status < 300) {
            return new Outcome.Delivered();
        }
        if (status == GONE) {
            return new Outcome.Gone("The receiver answered 410: it does not exist any more");
        }
        if (status >= 500 || BUSY.contains(status)) {
            var mayHaveArrived = status >= 500 && status != UNAVAILABLE;
            return new Outcome.Unreachable("The receiver answered " + status, answer.retryAfter(now), mayHaveArrived);
        }
        if (status < 400) {
            return new Outcome.Refused(
                    "The receiver answered " + status + ": redirects are not followed, change its address",
                    Optional.empty());
        }
        return new Outcome.Refused("The receiver answered " + status, answer.clockAhead(now));
    }
}
