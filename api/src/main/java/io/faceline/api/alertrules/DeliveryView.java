package io.faceline.api.alertrules;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.rule.RuleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery, without the alert itself.
 *
 * @param waiting the revision that is to be told
 * @param rule of the alert that waits
 */
record DeliveryView(
        ReceiverId receiver,
        AlertId alert,
        DeliveryState state,
        long delivered,
        @OmittedIfAbsent @Nullable ReceiverContent sent,
        @OmittedIfAbsent @Nullable Long waiting,
        @OmittedIfAbsent @Nullable RuleId rule,
        List<AlertNews> missed,
        int attempts,
        @OmittedIfAbsent @Nullable Instant nextTryAt,
        @OmittedIfAbsent @Nullable Instant expiresAt,
        @OmittedIfAbsent @Nullable String reason,
        Instant changedAt) {
    DeliveryView {
        missed = List.copyOf(missed);
    }

    static DeliveryView of(Delivery delivery) {
        var waiting = delivery.waiting();
        return new DeliveryView(
                delivery.receiver(),
                delivery.alert(),
                delivery.state(),
                delivery.delivered(),
                delivery.sent(),
                waiting == null ? null : waiting.revision(),
                waiting == null ? null : waiting.rule(),
                delivery.missed(),
                delivery.attempts(),
                delivery.nextTryAt(),
                delivery.expiresAt(),
                delivery.reason(),
                delivery.changedAt());
    }
}
