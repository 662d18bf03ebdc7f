package io.faceline.contracts.delivery;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.AlertId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody asks of alert-delivery: topic {@code delivery-requests}, JSON, written by api. Key: the receiver. */
public sealed interface DeliveryRequest {
    String id();

    ReceiverId receiver();

    Instant at();

    /**
     * What failed is sent again.
     *
     * @param alert of this alert; absent: of all whose delivery failed within the span
     */
    record Resend(
            String id,
            ReceiverId receiver,
            Instant at,
            @OmittedIfAbsent @Nullable AlertId alert,
            @OmittedIfAbsent @Nullable Instant from,
            @OmittedIfAbsent @Nullable Instant to)
            implements DeliveryRequest {}

    /** A test alert is sent, which says that it is one. */
    record Test(String id, ReceiverId receiver, Instant at) implements DeliveryRequest {}

    /** Only read: what a newer version added. */
    record Unknown(String id, ReceiverId receiver, Instant at) implements DeliveryRequest {}
}
