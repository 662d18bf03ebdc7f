package io.faceline.contracts.delivery;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertNews;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver was told of an alert, and what waits. Its topic is JSON, compacted and deleted, which
 * alert-delivery alone writes. Key: {@link #key}. No revision is sent that is not later than {@code delivered}.
 *
 * @param delivered the newest revision that the receiver accepted, 0 if none
 * @param sent the content that it has been told of the alert at most; absent if none
 * @param waiting the newest revision that it is to be told; absent if none
 * @param missed what is new in the waiting revision since the delivered one
 * @param attempts to deliver the waiting revision
 * @param nextTryAt absent if nothing waits
 * @param expiresAt when the waiting revision is given up
 * @param reason why the last attempt failed, in words; contains no secrets
 */
public record Delivery(
        ReceiverId receiver,
        AlertId alert,
        DeliveryState state,
        long delivered,
        @OmittedIfAbsent @Nullable ReceiverContent sent,
        @OmittedIfAbsent @Nullable Alert waiting,
        List<AlertNews> missed,
        int attempts,
        @OmittedIfAbsent @Nullable Instant nextTryAt,
        @OmittedIfAbsent @Nullable Instant expiresAt,
        @OmittedIfAbsent @Nullable String reason,
        Instant changedAt) {
    private static final String SEPARATOR = "|";
    private static final int MAX_REASON = 1000;

    public Delivery {
        missed = List.copyOf(missed);
        Checks.require(delivered >= 0 && attempts >= 0, "delivered and attempts must not be negative");
        Checks.require(reason == null || reason.length() <= MAX_REASON, "the reason is too long");
    }

    /** The key of the record. */
    public String key() {
        return key(receiver, alert);
    }

    public static String key(ReceiverId receiver, AlertId alert) {
        return receiver + SEPARATOR + alert;
    }
}
