package io.faceline.delivery.worker;

import io.faceline.alerting.message.AlertMessages;
import io.faceline.alerting.message.MessageFacts;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.delivery.channel.Outgoing;
import io.faceline.delivery.ledger.Turn;
import java.time.Instant;
import java.util.List;

/** Writes messages of what is to be told. */
final class Outbox {
    private Outbox() {}

    static Outgoing message(AlertMessages messages, Receiver receiver, Turn.Tell tell, Instant now) {
        var facts = tell.facts(receiver);
        var alerts = facts.stream().map(MessageFacts::alert).toList();
        return tell.because()
                .map(because -> new Outgoing(receiver, messages.digest(because, facts, now), alerts))
                .orElseGet(() -> single(messages, receiver, facts.get(0), alerts, now));
    }

    private static Outgoing single(
            AlertMessages messages, Receiver receiver, MessageFacts facts, List<Alert> alerts, Instant now) {
        return new Outgoing(receiver, messages.of(facts, now), alerts);
    }

    static Outgoing test(AlertMessages messages, Receiver receiver, Turn.Try tried, Instant now) {
        var id = "test-" + tried.request().id().replaceAll("[^A-Za-z0-9_-]", "-");
        return new Outgoing(receiver, messages.test(receiver, id, now), List.of());
    }
}
