package io.faceline.delivery.ledger;

import io.faceline.contracts.delivery.Receiver;
import java.time.Instant;

/** A receiver that has gone for good. */
final class Disabled {
    private Disabled() {}

    static Receiver of(Receiver receiver, String reason, Instant now) {
        return new Receiver(
                receiver.id(),
                receiver.name(),
                false,
                reason,
                receiver.target(),
                receiver.rules(),
                receiver.priority(),
                receiver.ends(),
                receiver.content(),
                receiver.late(),
                receiver.deliverWithinSeconds(),
                receiver.lidPerHour(),
                receiver.batchSeconds(),
                receiver.template(),
                receiver.since(),
                now);
    }
}
