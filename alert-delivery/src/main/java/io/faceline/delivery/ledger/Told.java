package io.faceline.delivery.ledger;

import io.faceline.alerting.message.MessageType;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a receiver knows of an alert. */
final class Told {
    private Told() {}

    /** Whether it was told something of the alert, or may have been. */
    static boolean of(@Nullable Delivery delivery) {
        return delivery != null && delivery.sent() != null;
    }

    /** The newest revision that was heard for the receiver. */
    static long heard(@Nullable Delivery delivery) {
        if (delivery == null) {
            return 0;
        }
        return Math.max(
                delivery.delivered(),
                Optional.ofNullable(delivery.waiting()).map(Alert::revision).orElse(0L));
    }

    static boolean isWaiting(Delivery delivery) {
        return delivery.state() == DeliveryState.WAITING && delivery.waiting() != null;
    }

    /** The more of two. */
    static ReceiverContent most(@Nullable ReceiverContent before, ReceiverContent now) {
        var known = now == ReceiverContent.UNKNOWN ? ReceiverContent.IDS : now;
        return before == null || before == ReceiverContent.UNKNOWN || before.compareTo(known) < 0 ? known : before;
    }

    /** What a message about the waiting revision is. The same in each attempt. */
    static MessageType type(Receiver receiver, Delivery delivery, Alert waiting) {
        if (NewsTime.takesBack(waiting)) {
            return NewsTime.isErased(waiting) ? MessageType.ERASED : MessageType.CORRECTED;
        }
        // A summary is no message about the alert.
        var isFirst = delivery.delivered() == 0 || delivery.sent() == null;
        if (waiting.state() == AlertState.CLOSED && (receiver.ends() || !isFirst)) {
            return MessageType.CLOSED;
        }
        return isFirst ? MessageType.OPENED : MessageType.UPDATED;
    }
}
