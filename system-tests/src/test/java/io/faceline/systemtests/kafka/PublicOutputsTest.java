package io.faceline.systemtests.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.NewSession;
import io.faceline.systemtests.openapi.StrictSchema;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every record of a run of the whole pipeline is what its schema and CloudEvents promise, and no more. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicOutputsTest {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final String ADMIN = "a-token-of-the-admin";
    private static final String NAME = "Zoraida Unmistakable";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Pipeline server;
    private static ClientLogin login;
    private static TestClient client;
    private static TestClient admin;

    @BeforeAll
    static void start() throws Exception {
        var environment = new HashMap<String, String>();
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_CAMERA_FILES", "/");
        environment.put("FACELINE_CAMERA_LOCAL_ADDRESSES", "true");
        // A loaded machine reads and decodes late; here nothing is stale.
        environment.put("FACELINE_STALE_AFTER", "5m");
        server = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), environment);
        client = TestClient.of(server.serve(HttpSettings.of("127.0.0.1", 0)).port());
        admin = client.as(ADMIN);
        login = ClientLogin.read(folder.resolve("data")).orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void peopleAndPhotos_areAnswered() throws Exception {
        var crops = TestPhotos.galleryWithTheWoman(Files.createDirectories(folder.resolve("gallery")), NAME);
        try (var files = Files.list(crops.resolve(NAME))) {
            var crop = Files.readAllBytes(files.findFirst().orElseThrow());
            var form = new MultipartForm().field("name", NAME).files(crop);
            var person = admin.post("/api/v1/people?scope=shared", form)
                    .expect(201)
                    .json()
                    .at("/id")
                    .asText();
            admin.patch("/api/v1/people/" + person, "{\"name\":\"" + NAME + " II\"}")
                    .expect(200);
        }
        var photo = Files.readAllBytes(TestPhotos.sample(3));
        client.post("/api/v1/recognize", new MultipartForm().files(photo)).expect(200);
    }

    @Test
    @Order(2)
    void picturesOfAFeed_areFollowed() throws Exception {
        var properties = Map.<String, Object>copyOf(login.clientProperties());
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            var photo = Files.readAllBytes(TestPhotos.sample(3));
            producer.send(new ProducerRecord<>(TOPICS.feeds().name(), "door-1", photo))
                    .get();
        }
        var track = new AnswerTopic(login, TOPICS.tracks().name())
                .await("the end of a track", record -> new String(record.value(), UTF_8).contains("SOURCE_SILENT"));
        assertThat(track.key()).isEqualTo("feed/door-1");
    }

    @Test
    @Order(3)
    void camera_thatCannotBeReached_isDeleted() {
        admin.post("/api/v1/cameras", "{\"id\":\"gone\",\"name\":\"Gone\",\"address\":\"rtsp://127.0.0.1:1/x\"}")
                .expect(201);
        new AnswerTopic(login, TOPICS.cameraStates().name())
                .await("its state", record -> "gone".equals(record.key()) && record.value() != null);
        admin.delete("/api/v1/cameras/gone").expect(204);
        new AnswerTopic(login, TOPICS.cameraStates().name())
                .await("its deletion", record -> "gone".equals(record.key()) && record.value() == null);
    }

    @Test
    @Order(4)
    void film_isAVideo_andACamera() throws Exception {
        var film = TestPhotos.shared("video/hamilton.mp4");
        var session = NewSession.of(client);
        var job = session.with("Content-Disposition", "attachment; filename=\"film.mp4\"")
                .send("POST", "/api/v1/videos?framesPerSecond=3", BodyPublishers.ofFile(film))
                .expect(202)
                .at("/id");
        writeRules();
        admin.post("/api/v1/cameras", "{\"id\":\"film\",\"name\":\"Film\",\"address\":\"file://" + film + "\"}")
                .expect(201);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        session.get("/api/v1/jobs/" + job).expect(200).at("/state"))
                .isEqualTo("DONE"));
        new AnswerTopic(login, TOPICS.cameraStates().name())
                .await(
                        "pictures of it",
                        record -> "film".equals(record.key())
                                && record.value() != null
                                && new String(record.value(), UTF_8).contains("\"LIVE\""));
        new AnswerTopic(login, TOPICS.tracks().name()).await("a track", record -> "film".equals(record.key()));
        for (var state : List.of("OPENED", "CLOSED")) {
            new AnswerTopic(login, TOPICS.alerting().alerts().name())
                    .await(
                            "an alert",
                            record -> record.value() != null && text(record).contains(state));
        }
        admin.delete("/api/v1/cameras/film").expect(204);
        new AnswerTopic(login, TOPICS.alerting().alerts().name())
                .await(
                        "its end",
                        record -> record.value() != null && text(record).contains("SOURCE_DELETED"));
    }

    /** Of whoever is there, one of whose alerts ends soon and one not. Their names are in no record. */
    private void writeRules() {
        var anybody = """
                {"id":"%s","name":"%s Zoraida","zone":"Europe/Berlin","who":{"kind":"stranger"},
                 "where":{"sources":["film"]},"sure":{"afterSeconds":0,"goodLooks":1},"limits":{"holdSeconds":%d}}
                """;
        admin.post("/api/v1/alert-rules", anybody.formatted("short", "Short", 2))
                .expect(201);
        admin.post("/api/v1/alert-rules", anybody.formatted("long", "Long", 3600))
                .expect(201);
    }

    @Test
    @Order(5)
    void everyRecord_isWhatItsSchemaPromises() throws Exception {
        var committed = TopicRecords.committed(KafkaSettings.from(new Settings(login.environment())));
        var counts = new EnumMap<PublicTopic, Integer>(PublicTopic.class);
        for (var topic : PublicTopic.values()) {
            var schema = StrictSchema.of(topic);
            var records = committed.read(topic.of(TOPICS).name());
            for (var record : records) {
                assertEvent(topic, record);
                assertValue(schema, record);
                assertNoName(record);
            }
            counts.put(topic, records.size());
        }
        System.out.println("records of the run: " + counts);
        assertThat(PublicTopic.values())
                .allSatisfy(
                        topic -> assertThat(counts.get(topic)).as(topic.label()).isPositive());
    }

    private static void assertEvent(PublicTopic topic, ConsumerRecord<String, byte[]> record) {
        var event = KafkaMessageFactory.createReader(record.headers(), record.value())
                .toEvent();
        var type = topic.eventType() + (record.value() == null ? ".deleted" : "");

        assertThat(event.getType()).as(text(record)).isEqualTo(type);
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getSource().toString()).startsWith("/faceline/");
        assertThat(List.of(event.getId(), Objects.requireNonNull(event.getSubject()), event.getTime()))
                .doesNotContainNull();
        for (var header : record.headers()) {
            assertThat(record.headers().headers(header.key())).as(header.key()).hasSize(1);
        }
    }

    private static void assertValue(Schema schema, ConsumerRecord<String, byte[]> record) {
        if (record.value() != null) {
            assertThat(schema.validate(text(record), InputFormat.JSON))
                    .as(text(record))
                    .isEmpty();
        }
    }

    private static void assertNoName(ConsumerRecord<String, byte[]> record) {
        assertThat(text(record)).doesNotContain("Zoraida");
        record.headers()
                .forEach(header -> assertThat(new String(header.value(), UTF_8)).doesNotContain("Zoraida"));
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? Mappers.JSON.nullNode().toString() : new String(record.value(), UTF_8);
    }
}
