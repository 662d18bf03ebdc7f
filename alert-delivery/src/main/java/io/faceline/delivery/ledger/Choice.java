package io.faceline.delivery.ledger;

import io.faceline.alerting.message.DigestMessage;
import io.faceline.alerting.message.DigestMessage.Because;
import io.faceline.alerting.message.MessageType;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses what is told next of what is due. Immutable. */
final class Choice {
    /** Of those that are told first; a message that was refused is not tried first again while the receiver is at fault. */
    private final Comparator<Delivery> order;

    private final Receiver receiver;
    private final LatePolicy late;
    private final Instant now;

    Choice(Receiver receiver, LatePolicy late, boolean isAtFault, Instant now) {
        this.receiver = receiver;
        this.late = late;
        this.now = now;
        Comparator<Delivery> byTime =
                Comparator.comparing(delivery -> alert(delivery).openedAt());
        this.order = isAtFault ? Comparator.comparingInt(Delivery::attempts).thenComparing(byTime) : byTime;
    }

    /** @param due at least one */
    Turn.Tell of(List<Delivery> due) {
        var first = due.stream().min(order).orElseThrow();
        var because = because(first);
        if (because.isEmpty()) {
            return new Turn.Tell(List.of(first), because);
        }
        var together = due.stream()
                .filter(other -> because(other).equals(because))
                .filter(wereTogether(first))
                .sorted(order)
                .limit(because.get() == Because.BATCH ? DigestMessage.MAX_ALERTS : Integer.MAX_VALUE)
                .toList();
        var isSingle = together.size() == 1 && because.get() == Because.BATCH;
        return new Turn.Tell(together, isSingle ? Optional.empty() : because);
    }

    /** What was one message before is the same one again: it may have arrived. */
    private static Predicate<Delivery> wereTogether(Delivery first) {
        return other -> other.attempts() == first.attempts()
                && (first.attempts() == 0 || Objects.equals(other.nextTryAt(), first.nextTryAt()));
    }

    private Optional<Because> because(Delivery delivery) {
        var alert = alert(delivery);
        if (NewsTime.takesBack(alert)) {
            return Optional.empty();
        }
        if (isLate(delivery, now) && late == LatePolicy.DIGEST) {
            return Optional.of(Because.LATE);
        }
        if (Lid.REASON.equals(delivery.reason())) {
            return Optional.of(Because.LID);
        }
        return receiver.batchSeconds() > 0 ? Optional.of(Because.BATCH) : Optional.empty();
    }

    /** Whether it is no news any more. The end of what the receiver knows of always is. */
    static boolean isLate(Delivery delivery, Instant now) {
        var alert = alert(delivery);
        var isKnownEnd = alert.state() == AlertState.CLOSED && delivery.delivered() > 0;
        return !isKnownEnd && !NewsTime.takesBack(alert) && NewsTime.isLate(alert, now);
    }

    /** Whether it counts for the lid. */
    boolean isUnderLid(Delivery delivery) {
        var alert = alert(delivery);
        return alert.priority() != RulePriority.HIGH
                && Told.type(receiver, delivery, alert) == MessageType.OPENED
                && delivery.attempts() == 0
                && because(delivery).isEmpty();
    }

    /** When it is due. Of one that waits. */
    static Instant nextTry(Delivery delivery) {
        return Objects.requireNonNull(delivery.nextTryAt(), "nextTryAt");
    }

    static Alert alert(Delivery delivery) {
        return Objects.requireNonNull(delivery.waiting(), "waiting");
    }
}
