package io.faceline.delivery.ledger;

import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.DeliveryState;

/** Which failed deliveries a request means. */
final class Resending {
    private Resending() {}

    static boolean isMeant(Delivery delivery, DeliveryRequest.Resend request) {
        var isFailed = delivery.state() == DeliveryState.SET_ASIDE || delivery.state() == DeliveryState.EXPIRED;
        if (!isFailed || delivery.waiting() == null || delivery.changedAt().isAfter(request.at())) {
            return false;
        }
        var changed = delivery.changedAt();
        return (request.alert() == null || request.alert().equals(delivery.alert()))
                && (request.from() == null || !changed.isBefore(request.from()))
                && (request.to() == null || !changed.isAfter(request.to()));
    }
}
