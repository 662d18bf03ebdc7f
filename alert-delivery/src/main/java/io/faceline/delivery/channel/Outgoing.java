package io.faceline.delivery.channel;

import io.faceline.alerting.message.Message;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.delivery.Receiver;
import java.util.List;

/**
 * What is to be told now.
 *
 * @param message names are in it only if the receiver gets names
 * @param alerts that it is about; none for a test
 */
public record Outgoing(Receiver receiver, Message message, List<Alert> alerts) {
    public Outgoing {
        alerts = List.copyOf(alerts);
    }
}
