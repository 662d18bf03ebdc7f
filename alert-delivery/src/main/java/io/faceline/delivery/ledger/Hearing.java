package io.faceline.delivery.ledger;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a revision of an alert means for a receiver. */
final class Hearing {
    static final String OFF = "The receiver was off";
    static final String MUTED = "Muted before it was told";
    static final String CORRECTED = "Corrected before it was told";
    static final String ERASED = "Erased before it was told";

    private static final Set<AlertReason> USUAL_ENDS =
            EnumSet.of(AlertReason.ENDED, AlertReason.TOO_LONG, AlertReason.ARRIVED);

    private final Receiver receiver;
    private final Instant now;

    /** @param now when it is heard */
    Hearing(Receiver receiver, Instant now) {
        this.receiver = receiver;
        this.now = now;
    }

    /**
     * What is to be remembered.
     *
     * @param before absent if nothing is known of the alert for this receiver
     * @return empty if nothing changes
     */
    Optional<Delivery> of(@Nullable Delivery before, Alert alert) {
        if (alert.revision() <= Told.heard(before)) {
            return Optional.empty();
        }
        if (NewsTime.takesBack(alert)) {
            return takenBack(before, alert);
        }
        if (alert.state() == AlertState.CLOSED && before != null) {
            return ended(before, alert);
        }
        if (alert.muted()) {
            return content(before).map(known -> kept(known, alert, DeliveryState.DROPPED, MUTED));
        }
        var isNews = (alert.state() == AlertState.OPEN && alert.notifies()) || isMissedOpening(before, alert);
        if (isNews && isWanted(alert)) {
            return Optional.of(told(before, alert));
        }
        return replaced(before, alert);
    }

    private Optional<Delivery> takenBack(@Nullable Delivery before, Alert alert) {
        if (Told.of(before)) {
            return Optional.of(told(before, alert));
        }
        var isErased = NewsTime.isErased(alert);
        return Optional.ofNullable(before)
                .map(known -> kept(
                        known,
                        alert,
                        isErased ? DeliveryState.ERASED : DeliveryState.DROPPED,
                        isErased ? ERASED : CORRECTED));
    }

    private Optional<Delivery> ended(Delivery before, Alert alert) {
        return Told.of(before) && receiver.ends() ? Optional.of(told(before, alert)) : replaced(before, alert);
    }

    /** An opening that was removed from the topic before it was read, since a later revision replaced it. */
    private boolean isMissedOpening(@Nullable Delivery before, Alert alert) {
        var isOver = alert.reason() != null && !USUAL_ENDS.contains(alert.reason());
        return before == null
                && !isOver
                && alert.revision() > 1
                && !alert.openedAt().isBefore(receiver.since());
    }

    private boolean isWanted(Alert alert) {
        return !alert.writtenAt().isBefore(receiver.since())
                && (receiver.rules().isEmpty() || receiver.rules().contains(alert.rule()))
                && rank(alert.priority()) >= rank(receiver.priority());
    }

    private static int rank(RulePriority priority) {
        return switch (priority) {
            case LOW -> 0;
            case NORMAL, UNKNOWN -> 1;
            case HIGH -> 2;
        };
    }

    private static Optional<Delivery> content(@Nullable Delivery before) {
        return Optional.ofNullable(before).filter(known -> known.waiting() != null);
    }

    /** Waits from now on, or as it does already; for a receiver that is off, until somebody asks for it. */
    private Delivery told(@Nullable Delivery before, Alert alert) {
        var isOn = receiver.enabled();
        // A takeback does not wait for others.
        var waits = Optional.ofNullable(before)
                .filter(known -> isOn && Told.isWaiting(known) && known.attempts() == 0 && !NewsTime.takesBack(alert));
        return new Delivery(
                receiver.id(),
                alert.id(),
                isOn ? DeliveryState.WAITING : DeliveryState.SET_ASIDE,
                before == null ? 0 : before.delivered(),
                before == null ? null : before.sent(),
                alert,
                missed(before, alert),
                0,
                waits.map(Delivery::nextTryAt).orElse(isOn ? now : null),
                NewsTime.expiry(receiver, alert),
                waits.map(Delivery::reason).orElse(isOn ? null : OFF),
                now);
    }

    /** What waits, or failed, is told as it is now; that alone is no reason to tell it. */
    private Optional<Delivery> replaced(@Nullable Delivery before, Alert alert) {
        return content(before)
                .map(known -> new Delivery(
                        known.receiver(),
                        known.alert(),
                        known.state(),
                        known.delivered(),
                        known.sent(),
                        alert,
                        missed(known, alert),
                        0,
                        known.nextTryAt(),
                        expiry(known, alert),
                        known.reason(),
                        now));
    }

    /** What is sent again by hand has its own time. */
    private Instant expiry(Delivery known, Alert alert) {
        var own = NewsTime.expiry(receiver, alert);
        var before = known.expiresAt();
        return before != null && before.isAfter(own) ? before : own;
    }

    private Delivery kept(Delivery before, Alert alert, DeliveryState state, String reason) {
        return new Delivery(
                before.receiver(),
                before.alert(),
                state,
                before.delivered(),
                before.sent(),
                alert,
                List.of(),
                0,
                null,
                null,
                reason,
                now);
    }

    private static List<AlertNews> missed(@Nullable Delivery before, Alert alert) {
        var missed = new LinkedHashSet<AlertNews>();
        if (before != null) {
            missed.addAll(before.missed());
        } else if (alert.revision() > 1) {
            missed.add(AlertNews.OPENED);
        }
        missed.addAll(alert.changes());
        return new ArrayList<>(missed);
    }
}
