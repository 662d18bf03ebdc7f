package io.faceline.alerting.message;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.delivery.Receiver;
import java.time.Instant;
import java.util.List;

/**
 * What a message about an alert is made of.
 *
 * @param missed what is new since the revision that the receiver was told before
 * @param expiresAt after which it is not delivered
 */
public record MessageFacts(
        MessageType type, Receiver receiver, Alert alert, List<AlertNews> missed, Instant expiresAt) {
    public MessageFacts {
        missed = List.copyOf(missed);
    }
}
