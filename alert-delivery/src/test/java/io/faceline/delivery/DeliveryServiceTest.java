package io.faceline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.serde.Mappers;
import io.faceline.delivery.webhook.HookServer;
import io.faceline.delivery.webhook.HookServer.Got;
import io.faceline.delivery.webhook.HookServer.Reply;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the topic of alerts to receivers on this machine. */
@SuppressWarnings("try") // A service delivers without being named.
class DeliveryServiceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final ReceiverId DOOR = new ReceiverId("door");

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private KafkaSettings kafka;
    private TestDeliveries deliveries;
    private HookServer server;
    private SampleReceiver door;
    private SampleAlert ada;

    @BeforeEach
    void open() throws Exception {
        kafka = BROKER.settings();
        TopicSetup.ensure(kafka);
        deliveries = new TestDeliveries(kafka);
        server = HookServer.start(request -> Reply.of(204));
        door = SampleReceiver.DOOR.at(server.url()).signedBy(StoredSecret.named("HOOK"));
        deliveries.write(door);
        ada = SampleAlert.opened("track-1", Instant.now());
    }

    @AfterEach
    void close() {
        deliveries.close();
        server.close();
    }

    private void awaitDelivered(long number) {
        deliveries.awaitDeliveries(number, DeliveryServiceTest::isDelivered);
    }

    private static boolean isDelivered(Delivery delivery) {
        return delivery.state() == DeliveryState.DELIVERED;
    }

    private List<String> ids() {
        return server.got().stream().map(Got::id).toList();
    }

    @Test
    void alert_isTriedUntilItIsAccepted_underTheSameId_signedAnew() {
        server.answer(request -> Reply.of(server.got().size() < 3 ? 503 : 204));
        try (var service = deliveries.service()) {
            var meters = new SimpleMeterRegistry();
            service.bindTo(meters);
            deliveries.write(ada);
            awaitDelivered(1);

            assertThat(ids()).hasSize(3).containsOnly(ada.alert().message());
            assertThat(server.got()).allSatisfy(got -> assertThatCode(
                            () -> new Webhook(TestDeliveries.SECRET).verify(got.body(), got.headers()))
                    .doesNotThrowAnyException());
            assertThat(server.got().stream().map(Got::body).distinct()).hasSize(1);
            assertThat(meters.get("faceline.deliveries")
                            .tag("outcome", "delivered")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(meters.get("faceline.deliveries.attempts").counter().count())
                    .isEqualTo(3);
            assertThat(meters.get("faceline.deliveries.delay").timer().count()).isEqualTo(1);
            deliveries.awaitStatus("door", status -> status.isUp() && status.waiting() == 0);
        }
    }

    @Test
    void processThatEnds_amidAnAttempt_isFollowedByTheSameMessage_andOnlyUntilItIsAccepted() {
        server.answer(request -> Reply.of(0));
        try (var first = deliveries.service()) {
            deliveries.write(ada);
            await().atMost(TIMEOUT).until(() -> server.got().size() == 1);
        }
        server.answer(request -> Reply.of(204));
        try (var second = deliveries.service()) {
            awaitDelivered(1);
            assertThat(ids()).hasSize(2).containsOnly(ada.alert().message());
        }
        try (var third = deliveries.service()) {
            deliveries.write(ada);
            var level = ada.next(true, Instant.now(), AlertNews.LEVEL);
            deliveries.write(level);
            await().atMost(TIMEOUT).until(() -> ids().contains(level.alert().message()));
            assertThat(ids()).hasSize(3);
        }
    }

    @Test
    void receiverThatHangs_holdsNoOtherUp() throws Exception {
        server.answer(request -> Reply.of(0));
        try (var other = HookServer.start(request -> Reply.of(204));
                var service = deliveries.service(kafka, LONG)) {
            deliveries.write(SampleReceiver.DOOR.called("other").at(other.url()));
            for (var n = 0; n < 20; n++) {
                deliveries.write(SampleAlert.opened("track-" + n, Instant.now()));
            }
            deliveries.awaitDeliveries(
                    20, each -> isDelivered(each) && each.receiver().value().equals("other"));

            assertThat(other.got()).hasSize(20);
            assertThat(server.got()).hasSize(1);
        }
    }

    @Test
    void receiverThatVanishes_getsEverything_onceItIsBack() throws Exception {
        var port = server.port();
        server.close();
        try (var service = deliveries.service()) {
            var ten = IntStream.range(0, 10)
                    .mapToObj(n -> SampleAlert.opened("track-" + n, Instant.now()))
                    .toList();
            ten.forEach(deliveries::write);
            deliveries.awaitStatus("door", status -> !status.isUp() && status.waiting() > 0);

            server = HookServer.start(port, request -> Reply.of(204));
            awaitDelivered(10);
            assertThat(ids())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            ten.stream().map(each -> each.alert().message()).toList());
        }
    }

    @Test
    void name_isToldOnly_whoGetsNames() throws Exception {
        deliveries.write(new Person(
                new PersonId("ada"), "Ada \"张\" 🙂", SessionId.SHARED, List.of(), null, false, Instant.now()));
        try (var other = HookServer.start(request -> Reply.of(204));
                var service = deliveries.service()) {
            deliveries.write(SampleReceiver.DOOR.called("other").at(other.url()).told(ReceiverContent.NAMES));
            deliveries.awaitStatus("other", status -> status.isUp());
            deliveries.write(ada);
            awaitDelivered(2);

            assertThat(subject(other).get("name").asText()).isEqualTo("Ada \"张\" 🙂");
            assertThat(subject(server).get("id").asText()).isEqualTo("person:ada");
            assertThat(subject(server).has("name")).isFalse();
        }
    }

    private static JsonNode subject(HookServer told) throws IOException {
        return Mappers.JSON.readTree(told.got().get(0).body()).get("subject");
    }

    @Test
    void goneReceiver_isDisabled_andOnAgain_getsWhatItMissedWhenAsked() {
        server.answer(request -> Reply.of(410));
        try (var service = deliveries.service()) {
            deliveries.write(ada);
            deliveries.awaitReceiver("door", receiver -> !receiver.enabled() && receiver.disabledBecause() != null);
            deliveries.awaitDeliveries(1, each -> each.state() == DeliveryState.SET_ASIDE);

            server.answer(request -> Reply.of(204));
            deliveries.write(door.since(Instant.now()));
            deliveries.resend(DOOR);
            awaitDelivered(1);
            assertThat(ids()).hasSize(2).containsOnly(ada.alert().message());
        }
    }

    @Test
    void testAlert_saysThatItIsOne_andTheStatusTellsWhatCameOfIt() {
        try (var service = deliveries.service()) {
            deliveries.test(DOOR, "request-1");
            deliveries.awaitStatus("door", status -> "request-1".equals(status.testRequest()));

            assertThat(server.got()).hasSize(1);
            assertThat(server.got().get(0).field("type")).isEqualTo("alert.test");
            assertThat(server.got().get(0).id()).isEqualTo("test-request-1");
        }
    }

    @Test
    void deletedReceiver_leavesNothing() {
        server.answer(request -> Reply.of(503));
        try (var service = deliveries.service()) {
            deliveries.write(ada);
            deliveries.awaitStatus("door", status -> !status.isUp());
            deliveries.delete(DOOR);

            deliveries.awaitNoStatus("door");
            deliveries.awaitDeliveries(0, each -> true);
        }
    }

    @Test
    void erasure_takesTheWaitingMessageBack() {
        server.answer(request -> Reply.of(503));
        try (var service = deliveries.service()) {
            deliveries.write(ada);
            deliveries.awaitStatus("door", status -> !status.isUp());
            deliveries.write(ada.closed(AlertReason.ERASED, Instant.now()));

            deliveries.awaitDeliveries(1, each -> each.state() == DeliveryState.ERASED);
            assertThat(deliveries.of(door, ada).orElseThrow().toString()).doesNotContain("ada");
        }
    }

    @Test
    void oneInstanceDelivers_andTheOtherTakesOver() {
        var other = TestBroker.anotherInstance(kafka, "other");
        try (var standby = new CloseLater()) {
            try (var first = deliveries.service()) {
                deliveries.write(ada);
                awaitDelivered(1);
                standby.open = deliveries.service(other, LONG);
                deliveries.write(SampleAlert.opened("track-2", Instant.now()));
                awaitDelivered(2);
            }
            deliveries.write(SampleAlert.opened("track-3", Instant.now()));
            awaitDelivered(3);

            assertThat(ids()).hasSize(3).doesNotHaveDuplicates();
        }
    }

    /** What is opened within the block. */
    private static final class CloseLater implements AutoCloseable {
        private DeliveryService open;

        @Override
        public void close() {
            open.close();
        }
    }
}
