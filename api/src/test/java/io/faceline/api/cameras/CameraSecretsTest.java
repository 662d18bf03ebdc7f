package io.faceline.api.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.secrets.SecretBox;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.SessionKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** A camera's password is in no answer, no log at any level, and no byte of the topic. */
@Tag("slow")
class CameraSecretsTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADMIN = "an admin's long token";
    private static final String KEY = "a long enough text of a key";
    private static final String CAMERAS = "/api/v1/cameras";
    private static final String DOOR = CAMERAS + "/door";
    /** Whatever contains a part of a password or a user name contains this. */
    private static final String CANARY = "Canary7";

    private final Settings settings = new Settings(Map.of(
            "FACELINE_ADMIN_TOKEN", ADMIN, "FACELINE_SESSION_KEY", SessionKey.newText(), "FACELINE_SECRET_KEY", KEY));
    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 2));
    private final Heard heard = new Heard();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final TestCameras topics = new TestCameras(kafka);
    private Api api;
    private TestServer server;
    private TestClient admin;

    /** All log messages with their stack traces. */
    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }

    @BeforeEach
    void start() {
        heard.start();
        logger("ROOT").addAppender(heard);
        logger("io.faceline").setLevel(Level.DEBUG);
        api = new Api(ApiSettings.from(settings), kafka);
        api.start();
        server = new TestServer(api.routes());
        admin = server.client().as(ADMIN).withListener((request, answer) -> answers.add(answer.toString()));
        await().atMost(SOON).until(() -> api.health().ready());
    }

    @AfterEach
    void close() {
        server.close();
        api.close();
        topics.close();
        logger("ROOT").detachAppender(heard);
        logger("io.faceline").setLevel(null);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Test
    void password_isNowhere() {
        try (var events = TestEvents.open(admin, CAMERAS + "/events")) {
            use();
            assertThat(events.await("camera", 3))
                    .allSatisfy(event -> assertThat(event.data().toString()).doesNotContain(CANARY));
        }

        assertThat(answers).hasSizeGreaterThan(10).noneMatch(answer -> answer.contains(CANARY));
        assertThat(heard.lines).isNotEmpty().noneMatch(line -> line.contains(CANARY) || line.contains(KEY));
        assertThat(stored()).hasSizeGreaterThan(2).noneMatch(record -> record.contains(CANARY));
    }

    private void use() {
        admin.post(CAMERAS, "{\"name\":\"Door\",\"address\":\"rtsp://Canary7u:Canary7@p@10.0.0.7/x\"}")
                .expect(201);
        admin.patch(DOOR, "{\"user\":\"Canary7u\",\"password\":\"Canary7/?#%\"}")
                .expect(200);
        admin.post(DOOR + "/try").expect(202);
        for (var refused : List.of(
                "{\"name\":\"Door\",\"address\":\"rtsp://admin:Canary7@10.0.0.7/x\"}",
                "{\"name\":\"Yard\",\"address\":\"rtsp://admin:Canary7/@10.0.0.7/x\"}",
                "{\"name\":\"Yard\",\"address\":\"rtsp://admin:Canary7 @10.0.0.7/x y\"}",
                "{\"name\":\"Yard\",\"address\":\"rtsp://10.0.0.7/x\",\"user\":\"Canary7:\",\"password\":\"Canary7\"}",
                "{\"name\":\"Yard\",\"address\":\"rtsp://10.0.0.7/x\",\"password\":\"Canary7\"}",
                "{\"name\":\"Yard\",\"address\":\"rtsp://10.0.0.7/x\",\"secret\":\"Canary7\"}",
                "{\"name\":\"Yard\",\"password\":\"Canary7")) {
            assertThat(admin.post(CAMERAS, refused).status()).isBetween(400, 409);
        }
        admin.get(CAMERAS);
        admin.get(DOOR);
    }

    /** The topic's keys and values as they are, and that the credentials are among them for who has the key. */
    private Queue<String> stored() {
        var read = new ConcurrentLinkedQueue<String>();
        var cameras = kafka.topics().cameras();
        var bytes = new Topic<>(cameras.name(), Serdes.ByteArray(), cameras.spread(), cameras.config());
        try (var reader = new TopicReader<>(
                kafka,
                bytes,
                StartOffset.EARLIEST,
                record -> read.add(record.key() + new String(record.value(), StandardCharsets.ISO_8859_1)))) {
            reader.start();
            reader.awaitCaughtUp(SOON);
        }
        var sealed = read.stream().reduce((first, last) -> last).orElseThrow().replaceAll(".*(v1:[^\"]*)\".*", "$1");
        assertThat(SecretBox.of(settings).orElseThrow().open(sealed, "door")).contains("Canary7u:Canary7/?#%");
        return read;
    }
}
