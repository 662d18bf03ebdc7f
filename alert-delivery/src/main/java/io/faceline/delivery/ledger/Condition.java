package io.faceline.delivery.ledger;

import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.ReceiverStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a receiver can be reached, and when it is tried again if not. Not thread-safe. */
final class Condition {
    private static final String AT_FAULT = "It refuses every message: ";
    /** Receivers allow five minutes; what is less explains nothing. */
    private static final Duration REMARKABLE_CLOCK = Duration.ofSeconds(60);

    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

    private final Backoff backoff;
    private boolean isUp = true;
    private boolean isAtFault;
    private @Nullable String reason;
    private Instant since;
    private int failures;
    private @Nullable Instant probeAt;
    private @Nullable AlertId refused;
    private @Nullable Long clockAheadMillis;

    Condition(Backoff backoff, Instant now) {
        this.backoff = backoff;
        this.since = now;
    }

    /** As before a restart. */
    void restore(ReceiverStatus status, int attempts, @Nullable Instant nextTry) {
        isUp = status.isUp();
        reason = status.reason();
        since = status.since();
        clockAheadMillis = status.clockAheadMillis();
        if (!isUp) {
            failures = Math.max(1, attempts);
            isAtFault = reason != null && reason.startsWith(AT_FAULT);
            probeAt = nextTry;
        }
    }

    /** When it may be tried; empty if at any time. */
    Optional<Instant> probeAt() {
        return isUp ? Optional.empty() : Optional.ofNullable(probeAt);
    }

    /** Whether it refuses whatever it is told. */
    boolean isAtFault() {
        return isAtFault;
    }

    void delivered(Instant now) {
        if (!isUp) {
            since = now;
        }
        isUp = true;
        isAtFault = false;
        reason = null;
        failures = 0;
        probeAt = null;
        refused = null;
        clockAheadMillis = null;
    }

    /** Returns when it is tried again. */
    Instant unreachable(String why, Optional<Duration> retryAfter, Instant now) {
        return down(why, retryAfter, now);
    }

    /**
     * A message was refused.
     *
     * @param alert one that it is about
     * @return when the receiver is tried again, if it is at fault; empty if only the message is
     */
    Optional<Instant> refused(AlertId alert, String why, Optional<Duration> clockAhead, Instant now) {
        clockAhead.ifPresent(ahead -> clockAheadMillis = ahead.toMillis());
        var isAnother = refused != null && !refused.equals(alert);
        refused = alert;
        if (!isAnother && !isAtFault) {
            return Optional.empty();
        }
        isAtFault = true;
        return Optional.of(down(AT_FAULT + why + clockWords(clockAhead), Optional.empty(), now));
    }

    /** It cannot be reached, but nothing waits for it: the next message is tried at once. */
    void dropped(String why, Instant now) {
        if (isUp) {
            since = now;
        }
        isUp = false;
        reason = why;
        probeAt = null;
    }

    /** A message was given up, which tells nothing of the others. */
    void setAside() {
        refused = null;
    }

    private Instant down(String why, Optional<Duration> retryAfter, Instant now) {
        if (isUp) {
            since = now;
        }
        isUp = false;
        reason = why;
        failures++;
        var asked = retryAfter
                .map(wait -> wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait)
                .orElse(Duration.ZERO);
        var own = backoff.after(failures);
        var next = now.plus(own.compareTo(asked) > 0 ? own : asked);
        probeAt = next;
        return next;
    }

    private static String clockWords(Optional<Duration> clockAhead) {
        return clockAhead
                .filter(ahead -> ahead.abs().compareTo(REMARKABLE_CLOCK) >= 0)
                .map(ahead -> ". Its clock is " + minutes(ahead) + (ahead.isNegative() ? " behind" : " ahead of")
                        + " ours, which makes it refuse signatures")
                .orElse("");
    }

    private static String minutes(Duration time) {
        return Math.max(1, Math.round(time.abs().toSeconds() / 60.0)) + " min";
    }

    /** Its owner changed it, or turned it on: it is tried at once. */
    void changed() {
        probeAt = null;
        failures = 0;
        refused = null;
    }

    ReceiverStatus status(StatusParts parts, Instant now) {
        return new ReceiverStatus(
                parts.receiver(),
                isUp,
                reason,
                since,
                parts.waiting(),
                clockAheadMillis,
                parts.test(),
                parts.testRequest(),
                now);
    }
}
