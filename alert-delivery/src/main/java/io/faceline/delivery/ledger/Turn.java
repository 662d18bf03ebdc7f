package io.faceline.delivery.ledger;

import io.faceline.alerting.message.DigestMessage;
import io.faceline.alerting.message.MessageFacts;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.Receiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a receiver's thread does next. */
public sealed interface Turn {
    /**
     * Nothing.
     *
     * @param until when something is due; empty if nothing waits
     */
    record Wait(Optional<Instant> until) implements Turn {}

    /**
     * Tells alerts.
     *
     * @param because why they are one message; empty for a single one
     */
    record Tell(List<Delivery> deliveries, Optional<DigestMessage.Because> because) implements Turn {
        public Tell {
            deliveries = List.copyOf(deliveries);
        }

        /** Whether the receiver learns nothing of the single alerts. */
        boolean isSummary() {
            return because.filter(why -> why != DigestMessage.Because.BATCH).isPresent();
        }

        /** What the messages about them are made of. */
        public List<MessageFacts> facts(Receiver receiver) {
            return deliveries.stream().map(each -> facts(receiver, each)).toList();
        }

        private static MessageFacts facts(Receiver receiver, Delivery delivery) {
            var alert = Choice.alert(delivery);
            return new MessageFacts(
                    Told.type(receiver, delivery, alert),
                    receiver,
                    alert,
                    delivery.missed(),
                    NewsTime.expiry(receiver, alert));
        }
    }

    /** Tries the receiver. */
    record Try(DeliveryRequest.Test request) implements Turn {}
}
