package io.faceline.delivery.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.faceline.alerting.message.AlertMessages;
import io.faceline.alerting.message.MessageFacts;
import io.faceline.alerting.message.MessageType;
import io.faceline.alerting.message.Names;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.delivery.SampleAlert;
import io.faceline.delivery.channel.Channel;
import io.faceline.delivery.channel.Outcome;
import io.faceline.delivery.channel.Outgoing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real broker, and with a real client in the role of Home Assistant. */
class MqttChannelTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String OCCUPANCY = TestHouse.state("camera", "door", "occupancy");
    private static final String PEOPLE = TestHouse.state("camera", "door", "people");
    private static final String ADA_PRESENT = TestHouse.state("person", "ada", "present");
    private static final String EVENTS = TestHouse.TOPICS.events(TestHouse.TOPICS.device(Devices.CAMERA, "back-door"));

    private static final String TLS = "allow_anonymous true%ncertfile %s/cert.pem%nkeyfile %s/key.pem%n";

    @TempDir
    Path folder;

    private final TestHouse house = new TestHouse();

    private static Outgoing opened(Receiver receiver, Alert alert) {
        var facts = new MessageFacts(
                MessageType.OPENED, receiver, alert, List.of(), Instant.now().plusSeconds(60));
        var names = new Names() {
            @Override
            public Optional<String> of(PersonId person) {
                return Optional.of("Ada");
            }

            @Override
            public Optional<String> of(RuleId rule) {
                return Optional.of("Back door");
            }
        };
        var messages = new AlertMessages(names, Optional.empty(), Optional.empty());
        return new Outgoing(receiver, messages.of(facts, Instant.now()), List.of(alert));
    }

    private static Outgoing opened(Receiver receiver) {
        return opened(receiver, SampleAlert.opened("track-1", Instant.now()).alert());
    }

    private static Receiver named(Mosquitto broker) {
        return TestHouse.receiver(broker.url(), ReceiverContent.NAMES);
    }

    @Test
    void sensors_showWhatIsSo_andChangeWithIt() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker);
                var channel = house.open(named(broker))) {
            home.await(TestHouse.STATUS, Topics.ONLINE);
            var ada = house.withAda();
            home.await(OCCUPANCY, "ON");
            home.await(ADA_PRESENT, "ON");
            home.await(TestHouse.state("camera", "door", "last_person"), text -> text.contains("\"name\":\"Ada\""));
            home.await(TestHouse.state("person", "ada", "where"), "Front door");
            assertThat(home.json(TestHouse.config("person", "ada"))
                            .at("/dev/name")
                            .asText())
                    .isEqualTo("Ada");

            house.tracked(ada.end());
            home.await(OCCUPANCY, "OFF");
            home.await(ADA_PRESENT, "OFF");
            house.is("door", CameraCondition.FROZEN);
            home.await(TestHouse.state("camera", "door", "connectivity"), Topics.OFFLINE);
            assertThat(channel.late(named(broker))).isEqualTo(LatePolicy.DROP);
            assertThat(Subscriber.retained(broker)).isEqualTo(home.latest());
        }
    }

    @Test
    void rename_keepsTopics_andDeletionClearsThem() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker);
                var channel = house.open(named(broker))) {
            home.await(TestHouse.STATUS, Topics.ONLINE);
            house.withAda();
            home.await(ADA_PRESENT, "ON");
            var before = home.latest().keySet();
            house.camera("door", "Street");
            house.person("ada", "Augusta");
            home.await(TestHouse.config("camera", "door"), config -> config.contains("Street"));
            home.await(TestHouse.config("person", "ada"), config -> config.contains("Augusta"));
            assertThat(home.latest().keySet()).isEqualTo(before);

            house.deletePerson("ada");
            home.awaitGone(TestHouse.config("person", "ada"));
            home.awaitGone(ADA_PRESENT);
            house.world.camera("door", null);
            home.awaitGone(TestHouse.config("camera", "door"));
            home.awaitGone(TestHouse.state("camera", "door", "connectivity"));
            assertThat(Subscriber.retained(broker).toString()).doesNotContain("Augusta", "ada", "door", "Street");
            assertThat(channel).isNotNull();
        }
    }

    @Test
    void event_isToldOnce_andNeverRetained() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker);
                var channel = house.open(named(broker))) {
            var message = opened(named(broker));
            assertThat(channel.deliver(message)).isInstanceOf(Outcome.Delivered.class);
            home.await(EVENTS, payload -> true);
            var event = home.json(EVENTS);
            assertThat(event.path("event_type").asText()).isEqualTo("alert.opened");
            assertThat(event.path("id").asText()).isEqualTo(message.message().id());
            assertThat(event.at("/subject/name").asText()).isEqualTo("Ada");

            broker.stop();
            broker.start();
            home.await(TestHouse.STATUS, Topics.ONLINE);
            assertThat(channel.deliver(opened(named(broker)))).isInstanceOf(Outcome.Delivered.class);
            await().atMost(TIMEOUT).until(() -> home.events() == 2);
            assertThat(Subscriber.retained(broker)).doesNotContainKey(EVENTS);
        }
    }

    @Test
    void event_isDropped_whileTheBrokerIsAway_andNotToldLater() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker);
                var channel = house.open(named(broker))) {
            home.await(TestHouse.STATUS, Topics.ONLINE);
            broker.stop();
            var late = SampleAlert.opened("track-1", Instant.now().minusMillis(4500));
            assertThat(channel.deliver(opened(named(broker), late.alert())))
                    .isInstanceOfSatisfying(Outcome.Dropped.class, dropped -> assertThat(dropped.reason())
                            .startsWith("The "));
            var old = SampleAlert.opened("track-2", Instant.now().minusSeconds(6));
            assertThat(channel.deliver(opened(named(broker), old.alert()))).isInstanceOf(Outcome.Outdated.class);
            broker.start();

            assertThat(channel.deliver(opened(named(broker)))).isInstanceOf(Outcome.Delivered.class);
            await().atMost(TIMEOUT).until(() -> home.events() > 0);
            assertThat(home.events()).isEqualTo(1);
        }
    }

    @Test
    void erasedMessages_thatComeBackWithACrashedBroker_areClearedAgain() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker);
                var channel = house.open(named(broker))) {
            house.withAda();
            home.await(ADA_PRESENT, "ON");
            home.await(OCCUPANCY, "ON");
            broker.save();
            house.deletePerson("ada");
            house.world.camera("door", null);
            home.awaitGone(TestHouse.config("person", "ada"));
            home.awaitGone(TestHouse.config("camera", "door"));
            home.awaitGone(OCCUPANCY);
            broker.kill();
            assertThat(new String(Files.readAllBytes(folder.resolve("mosquitto.db")), StandardCharsets.ISO_8859_1))
                    .contains("Ada");
            var seen = home.all().size();
            broker.start();

            await().atMost(TIMEOUT).until(() -> home.all().stream()
                    .skip(seen)
                    .anyMatch(message -> message.topic().equals(TestHouse.STATUS)
                            && message.payload().equals(Topics.ONLINE)
                            && !message.retained()));
            assertThat(Subscriber.retained(broker).toString()).doesNotContain("Ada", "ada", "Front door", "\"door\"");
            assertThat(channel).isNotNull();
        }
    }

    @Test
    void whatWasDeleted_whileTheBrokerWasDown_isCleared() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var channel = house.open(named(broker))) {
            try (var home = Subscriber.of(broker)) {
                house.withAda();
                home.await(ADA_PRESENT, "ON");
                home.publish("faceline/lamp", "of somebody else", true);
                home.publish("homeassistant/device/faceline_other/config", "{}", true);
            }
            broker.stop();
            house.deletePerson("ada");
            house.world.camera("door", null);
            broker.start();

            await().atMost(TIMEOUT)
                    .until(() -> !Subscriber.retained(broker).toString().contains("Ada"));
            await().atMost(TIMEOUT)
                    .until(() ->
                            Topics.ONLINE.equals(Subscriber.retained(broker).get(TestHouse.STATUS)));
            assertThat(Subscriber.retained(broker))
                    .containsKeys("faceline/lamp", "homeassistant/device/faceline_other/config")
                    .doesNotContainKeys(TestHouse.config("camera", "door"), OCCUPANCY, PEOPLE, ADA_PRESENT);
            assertThat(channel).isNotNull();
        }
    }

    @Test
    void anotherService_correctsWhatTheOneBeforeLeft() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker)) {
            try (var channel = house.open(named(broker))) {
                house.withAda();
                home.await(OCCUPANCY, "ON");
                home.await(TestHouse.STATUS, Topics.ONLINE);
                assertThat(channel).isNotNull();
            }
            home.await(TestHouse.STATUS, Topics.OFFLINE);
            assertThat(Subscriber.retained(broker)).containsEntry(OCCUPANCY, "ON");
            house.passes(Duration.ofMinutes(1));
            house.is("door", CameraCondition.LIVE);
            try (var channel = house.open(named(broker))) {
                home.await(TestHouse.STATUS, Topics.ONLINE);
                assertThat(Subscriber.retained(broker))
                        .containsEntry(OCCUPANCY, "OFF")
                        .containsEntry(ADA_PRESENT, "OFF");
                assertThat(channel).isNotNull();
            }
        }
    }

    @Test
    void birthOfHomeAssistant_isAnsweredWithAll_andAForeignWillWithOnline() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker);
                var channel = house.open(named(broker))) {
            house.withAda();
            home.await(ADA_PRESENT, "ON");
            home.await(TestHouse.STATUS, Topics.ONLINE);
            var seen = home.all().size();
            home.publish("homeassistant/status", Topics.ONLINE, false);
            await().atMost(TIMEOUT).until(() -> home.all().stream()
                    .skip(seen)
                    .map(Subscriber.Message::topic)
                    .toList()
                    .containsAll(List.of(TestHouse.config("camera", "door"), OCCUPANCY, TestHouse.STATUS)));

            home.publish(TestHouse.STATUS, Topics.OFFLINE, true);
            home.await(TestHouse.STATUS, Topics.ONLINE);
            await().atMost(TIMEOUT)
                    .until(() ->
                            Topics.ONLINE.equals(Subscriber.retained(broker).get(TestHouse.STATUS)));
            assertThat(channel).isNotNull();
        }
    }

    @Test
    void receiverThatWasDeleted_leavesNothing() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker);
                var channel = house.open(named(broker))) {
            house.withAda();
            home.await(ADA_PRESENT, "ON");
            home.await(TestHouse.STATUS, Topics.ONLINE);
            channel.retire();

            assertThat(Subscriber.retained(broker)).isEmpty();
        }
    }

    @Test
    void receiverThatWasDeleted_leavesNothing_alsoAmidItsFirstMessages() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker)) {
            house.withAda();
            IntStream.range(0, 100).forEach(number -> house.camera("camera-" + number, "Camera"));
            try (var channel = house.open(named(broker))) {
                await().atMost(TIMEOUT).until(() -> !home.latest().isEmpty());
                channel.retire();
                assertThat(Subscriber.retained(broker)).isEmpty();
            }
        }
    }

    @Test
    void receiverWithOtherPrefixes_leavesNothingUnderTheOldOnes() throws Exception {
        try (var broker = Mosquitto.in(folder);
                var home = Subscriber.of(broker)) {
            var brokers = house.brokers(true, MqttClientSslConfig.builder().build());
            var first = named(broker);
            var moved = TestHouse.receiver(broker.url(), ReceiverContent.NAMES, null, "house");
            var before = brokers.open(first, (ReceiverTarget.Mqtt) first.target());
            house.withAda();
            home.await(ADA_PRESENT, "ON");
            home.await(TestHouse.STATUS, Topics.ONLINE);
            try (var after = brokers.open(moved, (ReceiverTarget.Mqtt) moved.target())) {
                before.close();
                home.await("house/status", Topics.ONLINE);
                assertThat(Subscriber.retained(broker).keySet())
                        .noneMatch(topic -> topic.startsWith("faceline/"))
                        .doesNotContain(TestHouse.config("person", "ada"));
                assertThat(after).isNotNull();
            }
        }
    }

    @Test
    void signIn_isUsed_andARefusalIsToldInWords() throws Exception {
        var passwords = folder.resolve("passwords");
        var made = new ProcessBuilder("mosquitto_passwd", "-c", "-b", passwords.toString(), "ha", "open:sesame");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mosquitto_passwd")), "mosquitto is not installed");
        assertThat(made.start().waitFor()).isZero();
        var conditions = new CopyOnWriteArrayList<Optional<String>>();
        try (var broker = Mosquitto.in(folder, "allow_anonymous false\npassword_file " + passwords + "\n")) {
            var known = TestHouse.receiver(broker.url(), ReceiverContent.IDS, StoredSecret.named("BROKER"), "faceline");
            try (var channel = house.open(known)) {
                assertThat(channel.deliver(opened(known))).isInstanceOf(Outcome.Delivered.class);
            }
            try (var channel = house.open(TestHouse.receiver(broker.url(), ReceiverContent.IDS))) {
                channel.watch(conditions::add);
                await().atMost(TIMEOUT)
                        .until(() -> conditions.contains(Optional.of("The broker refused the user name and password")));
            }
        }
    }

    @Test
    void tls_needsACertificateOfTheName() throws Exception {
        var certificate = certificate("localhost");
        var conditions = new CopyOnWriteArrayList<Optional<String>>();
        try (var broker = Mosquitto.in(folder, TLS.formatted(folder, folder))) {
            var tls = MqttClientSslConfig.builder()
                    .trustManagerFactory(trusting(certificate))
                    .build();
            var named = TestHouse.receiver("mqtts://localhost:" + broker.port(), ReceiverContent.IDS);
            try (var channel = house.brokers(true, tls).open(named, (ReceiverTarget.Mqtt) named.target())) {
                assertThat(channel.deliver(opened(named))).isInstanceOf(Outcome.Delivered.class);
            }
            var numbered = TestHouse.receiver("mqtts://127.0.0.1:" + broker.port(), ReceiverContent.IDS);
            try (var channel = house.brokers(true, tls).open(numbered, (ReceiverTarget.Mqtt) numbered.target())) {
                channel.watch(conditions::add);
                await().atMost(TIMEOUT).until(() -> !conditions.isEmpty());
                assertThat(conditions.get(0).orElse("connected"))
                        .startsWith("The broker's certificate or encryption was not accepted");
            }
        }
    }

    private Certificate certificate(String name) throws Exception {
        var openssl = Path.of("/usr/bin/openssl");
        assumeTrue(Files.isExecutable(openssl), "openssl is not installed");
        var made = new ProcessBuilder(
                        openssl.toString(),
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=" + name,
                        "-addext",
                        "subjectAltName=DNS:" + name,
                        "-keyout",
                        folder.resolve("key.pem").toString(),
                        "-out",
                        folder.resolve("cert.pem").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        try (var in = Files.newInputStream(folder.resolve("cert.pem"))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static TrustManagerFactory trusting(Certificate certificate) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("broker", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    @Test
    void way_isTold_whenItOpensAndCloses() throws Exception {
        var conditions = new CopyOnWriteArrayList<Optional<String>>();
        try (var broker = Mosquitto.in(folder);
                var channel = house.open(named(broker))) {
            channel.watch(conditions::add);
            await().atMost(TIMEOUT).until(() -> conditions.contains(Optional.<String>empty()));
            conditions.clear();
            broker.kill();
            await().atMost(TIMEOUT).until(() -> !conditions.isEmpty());
            assertThat(conditions.get(0)).isPresent();
            broker.start();
            await().atMost(TIMEOUT).until(() -> conditions.contains(Optional.<String>empty()));
        }
    }

    @Test
    void addressOfThisMachine_isNotConnected_unlessItIsAllowed() throws Exception {
        var receiver = TestHouse.receiver("mqtt://localhost:1", ReceiverContent.IDS);
        var conditions = new CopyOnWriteArrayList<Optional<String>>();
        try (Channel channel = house.brokers(
                        false, MqttClientSslConfig.builder().build())
                .open(receiver, (ReceiverTarget.Mqtt) receiver.target())) {
            channel.watch(conditions::add);
            await().atMost(TIMEOUT).until(() -> !conditions.isEmpty());
            assertThat(conditions.get(0).orElse("")).contains("SETTING=true");
        }
    }

    @Test
    void payload_hasNoName_unlessTheReceiverGetsNames() throws Exception {
        var alert = SampleAlert.opened("track-1", Instant.now()).alert();
        var event = EventMessage.of(
                opened(TestHouse.receiver("mqtt://b", ReceiverContent.IDS), alert), TestHouse.TOPICS, Instant.now());
        var json = Mappers.JSON.readTree(event.payload().toByteArray());

        assertThat(event.topic()).isEqualTo(EVENTS);
        assertThat(json.at("/subject/name").isMissingNode()).isTrue();
        assertThat(Map.of("id", json.path("id").asText())).containsEntry("id", alert.message());
    }
}
