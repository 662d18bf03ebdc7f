package io.faceline.delivery.ledger;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same delivery after something happened to it. */
final class Changed {
    private Changed() {}

    /** Not tried any more. */
    static Delivery ended(Delivery delivery, DeliveryState state, String reason, Instant now) {
        return with(delivery, state, delivery.attempts(), null, reason, delivery.sent(), now);
    }

    /** Tried in vain, and tried again then. */
    static Delivery failed(Delivery delivery, Instant nextTry, String reason, Instant now) {
        return with(delivery, DeliveryState.WAITING, delivery.attempts() + 1, nextTry, reason, delivery.sent(), now);
    }

    /** Waits until then. */
    static Delivery held(Delivery delivery, Instant until, @Nullable String reason, Instant now) {
        return with(delivery, DeliveryState.WAITING, delivery.attempts(), until, reason, delivery.sent(), now);
    }

    /** The receiver may know of it. */
    static Delivery maybeTold(Delivery delivery, ReceiverContent content, Instant now) {
        var sent = Told.most(delivery.sent(), content);
        return with(
                delivery, delivery.state(), delivery.attempts(), delivery.nextTryAt(), delivery.reason(), sent, now);
    }

    private static Delivery with(
            Delivery delivery,
            DeliveryState state,
            int attempts,
            @Nullable Instant nextTry,
            @Nullable String reason,
            @Nullable ReceiverContent sent,
            Instant now) {
        return new Delivery(
                delivery.receiver(),
                delivery.alert(),
                state,
                delivery.delivered(),
                sent,
                delivery.waiting(),
                delivery.missed(),
                attempts,
                nextTry,
                state == DeliveryState.WAITING ? delivery.expiresAt() : null,
                reason,
                now);
    }

    /** Sent again by hand, and given the receiver's time anew. */
    static Delivery resent(Delivery delivery, Receiver receiver, Instant now) {
        return new Delivery(
                delivery.receiver(),
                delivery.alert(),
                DeliveryState.WAITING,
                delivery.delivered(),
                delivery.sent(),
                delivery.waiting(),
                delivery.missed(),
                0,
                now,
                now.plusSeconds(receiver.deliverWithinSeconds()),
                null,
                now);
    }

    /**
     * The receiver accepted a revision.
     *
     * @param current may be about a later revision meanwhile
     * @param content that it was told of the alert; empty if it was a summary
     */
    static Delivery delivered(
            Delivery current, Delivery told, Receiver receiver, Optional<ReceiverContent> content, Instant now) {
        var done = accepted(current, Choice.alert(told).revision(), content, now);
        var newer = current.waiting();
        if (newer == null || newer.revision() <= done.delivered()) {
            return done;
        }
        var missed = missed(current, told, newer);
        return Told.isWaiting(current) && !isNews(newer, missed, receiver) ? done : left(done, current, missed, now);
    }

    private static Delivery accepted(Delivery current, long revision, Optional<ReceiverContent> content, Instant now) {
        return new Delivery(
                current.receiver(),
                current.alert(),
                DeliveryState.DELIVERED,
                revision,
                content.map(told -> Told.most(current.sent(), told)).orElse(current.sent()),
                null,
                List.of(),
                0,
                null,
                null,
                null,
                now);
    }

    /** What became of the later revision remains. */
    private static Delivery left(Delivery done, Delivery current, List<AlertNews> missed, Instant now) {
        return new Delivery(
                done.receiver(),
                done.alert(),
                current.state(),
                done.delivered(),
                done.sent(),
                current.waiting(),
                missed,
                0,
                Told.isWaiting(current) ? now : null,
                current.expiresAt(),
                current.reason(),
                now);
    }

    private static List<AlertNews> missed(Delivery current, Delivery told, Alert newer) {
        var missed = new LinkedHashSet<>(current.missed());
        told.missed().forEach(missed::remove);
        missed.addAll(newer.changes());
        return List.copyOf(missed);
    }

    private static boolean isNews(Alert newer, List<AlertNews> missed, Receiver receiver) {
        return newer.state() == AlertState.CLOSED
                ? receiver.ends() || NewsTime.takesBack(newer)
                : newer.notifies() || Alert.isTold(missed);
    }
}
