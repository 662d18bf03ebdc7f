package io.faceline.delivery.worker;

import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverStatus;
import java.util.Map;

/** What the topics said when this instance began to deliver, by their keys. */
public record KnownState(
        Map<String, Receiver> receivers, Map<String, Delivery> deliveries, Map<String, ReceiverStatus> statuses) {
    public KnownState {
        receivers = Map.copyOf(receivers);
        deliveries = Map.copyOf(deliveries);
        statuses = Map.copyOf(statuses);
    }
}
