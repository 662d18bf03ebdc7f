package io.faceline.delivery.webhook;

import io.faceline.alerting.message.AlertMessages;
import io.faceline.alerting.message.MessageFacts;
import io.faceline.alerting.message.MessageType;
import io.faceline.alerting.message.Names;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.delivery.SampleAlert;
import io.faceline.delivery.channel.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages to send. */
final class SampleMessages {
    private static final Names NAMES = new Names() {
        @Override
        public Optional<String> of(PersonId person) {
            return Optional.of("Zoë \"張\" 🙂");
        }

        @Override
        public Optional<String> of(RuleId rule) {
            return Optional.of("Back door");
        }
    };

    private SampleMessages() {}

    static Outgoing opened(Receiver receiver) {
        var now = Instant.now();
        var alert = SampleAlert.opened("track-1", now).alert();
        var facts = new MessageFacts(MessageType.OPENED, receiver, alert, List.of(), now.plusSeconds(60));
        var messages = new AlertMessages(NAMES, Optional.empty(), Optional.empty());
        return new Outgoing(receiver, messages.of(facts, now), List.of(alert));
    }
}
