package io.faceline.delivery.ledger;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.delivery.Receiver;
import java.time.Duration;
import java.time.Instant;

/** How old a revision is, and until when it is delivered. */
final class NewsTime {
    /** A look that is longer ago is no news. */
    static final Duration NEWS = Duration.ofMinutes(5);

    /** Who was told something wrong hears of it, however short its own messages live. */
    private static final Duration MIN_OF_CORRECTION = Duration.ofDays(1);

    private NewsTime() {}

    /** Of somebody in view the last look; an end or a correction is news when it is written. */
    static Instant of(Alert alert) {
        return alert.state() == AlertState.CLOSED ? alert.writtenAt() : alert.lastSeen();
    }

    static Instant expiry(Receiver receiver, Alert alert) {
        var within = Duration.ofSeconds(receiver.deliverWithinSeconds());
        var isShort = takesBack(alert) && within.compareTo(MIN_OF_CORRECTION) < 0;
        return of(alert).plus(isShort ? MIN_OF_CORRECTION : within);
    }

    static boolean isLate(Alert alert, Instant now) {
        return alert.late() || of(alert).plus(NEWS).isBefore(now);
    }

    /** Whether it takes back what was told before: then it concerns who was told, and nobody else. */
    static boolean takesBack(Alert alert) {
        return isErased(alert) || alert.reason() == AlertReason.CORRECTED;
    }

    static boolean isErased(Alert alert) {
        return alert.reason() == AlertReason.ERASED || alert.reason() == AlertReason.SOURCE_DELETED;
    }
}
