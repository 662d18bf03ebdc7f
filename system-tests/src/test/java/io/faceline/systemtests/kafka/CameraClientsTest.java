package io.faceline.systemtests.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/reference/frames.md, as they stand there, are answered; so is what HTTP and the camera lane share. */
@Tag("slow")
class CameraClientsTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final Path NODE_PACKAGES = ROOT.resolve("system-tests/src/test/clients/node_modules");
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Pipeline server;
    private static ClientLogin login;

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
        assumeTrue(
                succeeds("/usr/bin/python3", "-c", "import confluent_kafka, cbor2"),
                "needs python3-confluent-kafka and python3-cbor2");

        assertAnswered("python-door", run("python", "camera.py", "/usr/bin/python3"));
    }

    @Test
    void nodeOfThePage_isAnswered() throws Exception {
        assumeTrue(Files.isDirectory(NODE_PACKAGES), "needs npm install in system-tests/src/test/clients, see .ci/run");
        Files.createSymbolicLink(folder.resolve("node_modules"), NODE_PACKAGES);

        assertAnswered("javascript-door", run("javascript", "camera.mjs", "node"));
    }

    @Test
    void kcatOfThePage_isAnswered() throws Exception {
        assumeTrue(succeeds("kcat", "-V"), "needs kcat");

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
    private static String run(String language, String file, String... command) throws Exception {
        var page = Files.readString(ROOT.resolve("docs/reference/frames.md"));
        var block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).as("an example in " + language).isTrue();
        Files.writeString(folder.resolve(file), block.group(1));
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(file, "data/kafka.client", TestPhotos.sample(3).toString(), language + "-door"));
        var process = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return printed.strip();
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
                .getSchema(Files.readString(ROOT.resolve("docs/reference/matches.schema.json")));
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

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** The answer to a frame, found by its header. */
    private static ConsumerRecord<String, byte[]> recordOf(String frameId) {
        var configuration = new HashMap<String, Object>(login.clientProperties());
        configuration.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPICS.matches().name()).stream()
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            Awaitility.await("an answer to " + frameId)
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                            if (header(record, Topics.FRAME_ID_HEADER).equals(frameId)) {
                                found.add(record);
                            }
                        });
                        return !found.isEmpty();
                    });
            return found.get(0);
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        }
    }
}
