package io.faceline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.delivery.mqtt.Mosquitto;
import io.faceline.delivery.mqtt.Subscriber;
import io.faceline.delivery.mqtt.TestHouse;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.topics.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From the topics to a broker of MQTT on this machine. */
@SuppressWarnings("try") // A service delivers without being named.
class MqttServiceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String OCCUPANCY = TestHouse.state("camera", "back-door", "occupancy");
    private static final String PRESENT = TestHouse.state("person", "ada", "present");
    private static final ReceiverId HOME = new ReceiverId("home");

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @TempDir
    Path folder;

    private KafkaSettings kafka;
    private TestDeliveries deliveries;
    private Mosquitto mqtt;
    private Subscriber home;
    private TestTracks ada;

    @BeforeEach
    void open() throws Exception {
        mqtt = Mosquitto.in(folder);
        home = Subscriber.of(mqtt);
        kafka = BROKER.settings();
        TopicSetup.ensure(kafka);
        deliveries = new TestDeliveries(kafka);
        var topics = kafka.topics();
        var now = Instant.now();
        deliveries.write(topics.cameras(), "back-door", TestHouse.aCamera("back-door", "Back door"));
        live();
        deliveries.write(TestHouse.aPerson("ada", "Ada"));
        deliveries.write(topics.alerting().watchLists(), "family", TestHouse.aList("family", "Family", "ada"));
        var rule = TestRules.listed("back-door", "family").build();
        deliveries.write(topics.alerting().rules(), "back-door", rule);
        ada = TestTracks.at("back-door", now).named("ada");
        write(ada.look(0));
        var receiver = TestHouse.receiver(mqtt.url(), ReceiverContent.NAMES);
        deliveries.write(topics.alerting().receivers(), "home", receiver);
    }

    @AfterEach
    void close() {
        deliveries.close();
        home.close();
        mqtt.close();
    }

    private void write(TrackUpdate update) {
        deliveries.write(kafka.topics().tracks(), "back-door", update);
    }

    private void live() {
        var state = TestHouse.aState("back-door", CameraCondition.LIVE, Instant.now());
        deliveries.write(kafka.topics().cameraStates(), "back-door", state);
    }

    @Test
    void oneInstanceShowsAndTells_andTheOtherTakesOver() {
        var first = deliveries.service();
        home.await(OCCUPANCY, "ON");
        home.await(PRESENT, "ON");
        deliveries.awaitStatus("home", status -> status.isUp());
        var other = TestBroker.anotherInstance(kafka, "instance-2");
        try (var second = deliveries.service(other, Duration.ofSeconds(15))) {
            deliveries.write(SampleAlert.opened("track-1", Instant.now()));
            deliveries.awaitDeliveries(1, delivery -> delivery.state() == DeliveryState.DELIVERED);
            await().atMost(TIMEOUT).until(() -> home.events() == 1);
            home.await(TestHouse.state("installation", "", "open_alerts"), "1");

            first.close();
            home.await(TestHouse.STATUS, "online");
            var next = SampleAlert.opened("track-2", Instant.now());
            deliveries.write(next);
            deliveries.awaitDeliveries(2, delivery -> delivery.state() != DeliveryState.WAITING);
            write(ada.end());
            home.await(OCCUPANCY, "OFF");
            assertThat(home.events()).isLessThanOrEqualTo(2);
        }
        home.await(TestHouse.STATUS, "offline");
    }

    @Test
    void erasedPerson_andDeletedReceiver_leaveNothing() {
        try (var service = deliveries.service()) {
            home.await(PRESENT, "ON");
            home.await(TestHouse.STATUS, "online");
            deliveries.write(Person.deleted(new PersonId("ada"), SessionId.SHARED, Instant.now()));
            home.awaitGone(PRESENT);
            home.awaitGone(TestHouse.config("person", "ada"));
            assertThat(Subscriber.retained(mqtt).toString()).doesNotContain("Ada", "\"ada\"");

            deliveries.delete(HOME);
            home.awaitGone(TestHouse.STATUS);
            assertThat(Subscriber.retained(mqtt)).isEmpty();
        }
    }

    @Test
    void brokerThatIsDown_isToldInTheStatus_andWhatIsNoNewsIsDropped() {
        try (var service = deliveries.service()) {
            deliveries.awaitStatus("home", status -> status.isUp());
            mqtt.stop();
            deliveries.awaitStatus("home", status -> !status.isUp() && status.reason() != null);
            deliveries.write(SampleAlert.opened("track-1", Instant.now()));
            deliveries.awaitDeliveries(1, delivery -> delivery.state() == DeliveryState.DROPPED);
        }
    }

    @Test
    void processThatIsKilled_isUnavailable_andTheNextOneShowsWhatIsSo() throws Exception {
        var process = process();
        try {
            home.await(OCCUPANCY, "ON");
            home.await(TestHouse.STATUS, "online");
            process.destroyForcibly();
            home.await(TestHouse.STATUS, "offline");
            write(ada.end());
            live();
            assertThat(Subscriber.retained(mqtt)).containsEntry(OCCUPANCY, "ON");
            try (var service = deliveries.service()) {
                home.await(TestHouse.STATUS, "online");
                assertThat(Subscriber.retained(mqtt))
                        .containsEntry(OCCUPANCY, "OFF")
                        .containsEntry(PRESENT, "OFF");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private Process process() throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DeliveryMain.class.getName());
        var environment = builder.environment();
        environment.put("FACELINE_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("FACELINE_TOPIC_PREFIX", kafka.topicPrefix());
        environment.put("FACELINE_LANE_PARTITIONS", "1");
        environment.put("FACELINE_SESSION_PARTITIONS", "1");
        environment.put("FACELINE_RECEIVER_LOCAL_ADDRESSES", "true");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start();
    }
}
