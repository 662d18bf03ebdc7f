package io.faceline.systemtests.kafka;

import static io.faceline.systemtests.kafka.AnswerTopic.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/reference/frames.md, as they stand there, are answered; so is what HTTP and the camera lane share. */
@Tag("slow")
class CameraClientsTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @TempDir
    static Path folder;

    private static Pipeline server;
    private static ClientLogin login;

    private final PageExample page = new PageExample("docs/reference/frames.md", folder);

    @BeforeAll
    static void start() throws IOException {
        // A loaded machine decodes late; here nothing is stale.
        var environment = Map.of("FACELINE_STALE_AFTER", "5m");
        server = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), environment);
        login = ClientLogin.read(folder.resolve("data")).orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void pythonOfThePage_isAnswered() throws Exception {
        PageExample.assumePython("confluent_kafka, cbor2");

        assertAnswered("python-door", run("python", "camera.py", "/usr/bin/python3"));
    }

    @Test
    void nodeOfThePage_isAnswered() throws Exception {
        page.assumeNodePackages();

        assertAnswered("javascript-door", run("javascript", "camera.mjs", "node"));
    }

    @Test
    void kcatOfThePage_isAnswered() throws Exception {
        PageExample.assumeProgram("kcat", "-V");

        assertAnswered("sh-door", run("sh", "camera.sh", "sh"));
    }

    @Test
    void roleOfTomorrow_isAnswered_withTheHeadersOfItsFrame() throws Exception {
        var id = new FrameId("door/1-0");
        var facts = new FrameFacts(
                id,
                new SessionId("camera:door"),
                new Role.Unknown("count"),
                "door",
                0,
                Instant.now(),
                null,
                FrameFacts.ANY_GALLERY);
        send(Lane.LIVE, new Frame(facts, Outcome.dropped(DropReason.UNKNOWN)));
        send(Lane.BULK, new Frame(withId(facts, "door/1-1"), photo()));

        assertThat(answerTo(id.value()).at("/outcome/reason").asText()).isEqualTo("UNKNOWN");
        var failed = recordOf("door/1-1");
        assertThat(json(failed).at("/outcome/code").asText()).isEqualTo("UNKNOWN_ROLE");
        assertThat(header(failed, "traceparent")).isEqualTo(TRACE);
        assertThat(header(failed, "baggage")).isEqualTo("site=north");
    }

    @Test
    void traceOfAnHttpRequest_isInMatches() throws Exception {
        var http = TestClient.of(server.serve(HttpSettings.of("127.0.0.1", 0)).port());

        var answer = http.with("traceparent", TRACE)
                .post("/api/v1/recognize", new MultipartForm().files(Files.readAllBytes(TestPhotos.sample(3))))
                .expect(200)
                .json();

        assertThat(answer.at("/faces").size()).isPositive();
        var record = recordOf(answer.at("/facts/id").asText());
        assertThat(header(record, "traceparent")).isEqualTo(TRACE);
    }

    /** Runs an example of the page, and returns what it prints: the id of its frame. */
    private String run(String language, String file, String command) throws Exception {
        return page.run(
                language,
                file,
                List.of(command),
                "data/kafka.client",
                TestPhotos.sample(3).toString(),
                language + "-door");
    }

    private static void assertAnswered(String source, String frameId) throws IOException {
        var record = recordOf(frameId);

        assertThat(record.key()).isEqualTo("camera:" + source);
        var answer = json(record);
        assertThat(answer.at("/facts/source").asText()).isEqualTo(source);
        assertThat(answer.at("/outcome/value/faces").size())
                .as(answer.toString())
                .isPositive();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PublicTopic.MATCHES.schema());
        assertThat(schema.validate(answer.toString(), InputFormat.JSON)).isEmpty();
    }

    private static FrameFacts withId(FrameFacts facts, String id) {
        return new FrameFacts(
                new FrameId(id),
                facts.session(),
                facts.role(),
                facts.source(),
                facts.sequence(),
                facts.capturedAt(),
                facts.position(),
                facts.minGalleryVersion());
    }

    private static Outcome<Blob> photo() throws IOException {
        return Outcome.made(Blob.wrap(Files.readAllBytes(TestPhotos.sample(3))));
    }

    private static void send(Lane lane, Frame frame) {
        var topic = TOPICS.frames(lane);
        var record = new ProducerRecord<>(
                topic.name(),
                frame.facts().id().value(),
                topic.valueSerde().serializer().serialize("", frame));
        record.headers().add("traceparent", TRACE.getBytes(UTF_8)).add("baggage", "site=north".getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>copyOf(login.clientProperties()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    private static JsonNode answerTo(String frameId) throws IOException {
        return json(recordOf(frameId));
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) throws IOException {
        return Mappers.JSON.readTree(record.value());
    }
    /** The answer to a frame, found by its header. */
    private static ConsumerRecord<String, byte[]> recordOf(String frameId) {
        return new AnswerTopic(login, TOPICS.matches().name())
                .await("an answer to " + frameId, record -> header(record, Topics.FRAME_ID_HEADER)
                        .equals(frameId));
    }
}
