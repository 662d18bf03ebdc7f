package io.faceline.delivery.ledger;

import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.ReceiverId;
import java.time.Instant;

/** What somebody asks. */
final class Requests {
    private static final ReceiverId DOOR = new ReceiverId("door");

    private Requests() {}

    static DeliveryRequest.Resend resend(Instant at) {
        return new DeliveryRequest.Resend("resend-1", DOOR, at, null, null, null);
    }

    static DeliveryRequest.Test test(Instant at) {
        return new DeliveryRequest.Test("test-1", DOOR, at);
    }
}
