package io.faceline.alerting.message;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.track.TrackShot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** An alert about Ada, and messages about it. */
final class TestMessages {
    static final Instant SEEN = Instant.parse("2026-11-29T21:00:00Z");
    static final PictureLink LINK = new PictureLink(new SecretKeySpec(new byte[32], "HmacSHA256"));

    private static final TrackShot SHOT = new TrackShot(
            new FrameId("back-door/17"),
            17,
            1.5,
            new BoundingBox(0.1, 0.2, 0.3, 0.4),
            new Quality(0.8, 120, 0.7, 0.5, 1, 2, 3),
            0.8,
            List.of());

    private TestMessages() {}

    static Message opened() {
        return messages("Ada").of(facts(ReceiverContent.IDS), SEEN);
    }

    static Message named(String name) {
        return messages(name).of(facts(ReceiverContent.NAMES), SEEN);
    }

    static MessageFacts facts(ReceiverContent content) {
        return new MessageFacts(
                MessageType.OPENED, receiver(content), alert(), List.of(AlertNews.OPENED), SEEN.plusSeconds(5));
    }

    static AlertMessages messages(String name) {
        var names = new Names() {
            @Override
            public Optional<String> of(PersonId person) {
                return Optional.of(name);
            }

            @Override
            public Optional<String> of(RuleId rule) {
                return Optional.of("Back door");
            }
        };
        return new AlertMessages(names, Optional.of(LINK), Optional.of("https://faceline.example"));
    }

    static Receiver receiver(ReceiverContent content) {
        return new Receiver(
                new ReceiverId("door"),
                "Door",
                true,
                null,
                new ReceiverTarget.Webhook("https://door.example/hook", List.of()),
                List.of(),
                RulePriority.LOW,
                true,
                content,
                LatePolicy.SEND,
                5,
                120,
                0,
                null,
                SEEN,
                SEEN);
    }

    static Alert alert() {
        var ada = new PersonId("ada");
        return new Alert(
                new AlertId("mfrggzdfmztwq2lknnwg23tpoa"),
                1,
                AlertState.OPEN,
                null,
                List.of(AlertNews.OPENED),
                true,
                RulePriority.NORMAL,
                new RuleId("back-door"),
                1,
                AlertKind.APPEARED,
                AlertSubject.of(ada),
                AlertScope.ofSource("back-door"),
                "back-door",
                List.of(),
                SEEN.minusSeconds(4),
                SEEN,
                "Europe/Berlin",
                4,
                new AlertIdentity(Decision.MATCH, ada, 3, 3, 0.7, 0.465, "model", 42, null),
                SHOT,
                0,
                0,
                null,
                false,
                false,
                312,
                null,
                null,
                SEEN.minusSeconds(3),
                SEEN);
    }
}
