package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.TestPhotos;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.kafka.CloudEvent;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.ClientLogin;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of docs/how-to/consume-results.md, as they stand there, read what is committed, ignore repetitions, and go on
 * where they stopped. The answers are real; the track and the alert are samples, with the headers that the stages give them.
 */
@Tag("slow")
class ConsumeClientsTest {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final String ADMIN = "a-token-of-the-admin";
    private static final String CLIENT_FILE = "data/kafka.client";

    /** Longer than the broker takes to answer the next request on a loaded machine. */
    private static final String SECONDS = "4";

    private static final TrackUpdate TRACK = sample("tracks", "named", TrackUpdate.class);
    private static final Alert ALERT = sample("alerts", "opened", Alert.class);
    private static final Alert UNTOLD = sample("alerts", "with-everything", Alert.class);
    private static final Alert ABORTED = sample("alerts", "crowd", Alert.class);
    private static final String TRACK_LINE = "track UPDATE match " + TRACK.source();
    private static final String ALERT_LINE = "alert " + ALERT.subject() + " OPEN " + ALERT.scope();

    @TempDir
    static Path folder;

    private static Pipeline server;
    private static ClientLogin login;
    /** The woman of the photo that is pushed. */
    private static String person;

    private final PageExample page = new PageExample("docs/how-to/consume-results.md", folder);

    @BeforeAll
    static void start() throws Exception {
        var environment = new HashMap<String, String>();
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        // A loaded machine reads and decodes late; here nothing is stale.
        environment.put("FACELINE_STALE_AFTER", "5m");
        server = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), environment);
        var http = TestClient.of(server.serve(HttpSettings.of("127.0.0.1", 0)).port());
        login = ClientLogin.read(folder.resolve("data")).orElseThrow();
        person = enrolled(http.as(ADMIN));
        writeSamples();
        writeAborted();
    }

    private static String enrolled(TestClient admin) throws Exception {
        var crops = TestPhotos.galleryWithTheWoman(Files.createDirectories(folder.resolve("gallery")), "Ada");
        try (var files = Files.list(crops.resolve("Ada"))) {
            var crop = Files.readAllBytes(files.findFirst().orElseThrow());
            return admin.post(
                            "/api/v1/people?scope=shared",
                            new MultipartForm().field("name", "Ada").files(crop))
                    .expect(201)
                    .json()
                    .at("/id")
                    .asText();
        }
    }

    /** Each twice, as after a crash; and a deletion. */
    private static void writeSamples() {
        var kafka = KafkaSettings.from(new Settings(login.environment()));
        var alerts = TOPICS.alerting().alerts();
        try (var sender = new RecordSender(kafka, "test-samples")) {
            for (var i = 0; i < 2; i++) {
                var track = CloudEvent.of(TRACK).headers();
                sender.send(TOPICS.tracks(), TRACK.source(), TRACK, null, track).join();
                var alert = CloudEvent.of(ALERT).headers();
                sender.send(alerts, ALERT.id().value(), ALERT, null, alert).join();
                var untold = CloudEvent.of(UNTOLD).headers();
                sender.send(alerts, UNTOLD.id().value(), UNTOLD, null, untold).join();
            }
            sender.send(alerts, "abcdefghijklmnopqrstuvwx23", null, null).join();
        }
    }

    private static void writeAborted() {
        var topic = TOPICS.alerting().alerts();
        var value = topic.valueSerde().serializer().serialize(topic.name(), ABORTED);
        var headers = CloudEvent.of(ABORTED).headers();
        var properties = new HashMap<String, Object>(login.clientProperties());
        properties.put("transactional.id", "faceline.test-aborted");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic.name(), null, ABORTED.id().value(), value, headers));
            producer.flush();
            producer.abortTransaction();
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void kcatOfThePage_readsWhatIsCommitted_andGoesOn() throws Exception {
        PageExample.assumeProgram("kcat", "-V");
        PageExample.assumeProgram("jq", "--version");

        assertReads("kcat", () -> page.run("sh", "consume.sh", List.of("sh"), CLIENT_FILE, "kcat-group"));
    }

    @Test
    void pythonOfThePage_readsOnceWhatIsCommitted_andGoesOn() throws Exception {
        PageExample.assumePython("confluent_kafka");

        var first = assertReads(
                "python",
                () -> page.run(
                        "python", "consume.py", List.of("/usr/bin/python3"), CLIENT_FILE, "python-group", SECONDS));

        assertReadOnce(first);
    }

    @Test
    void nodeOfThePage_readsOnceWhatIsCommitted_andGoesOn() throws Exception {
        page.assumeNodePackages();

        var first = assertReads(
                "node",
                () -> page.run("javascript", "consume.mjs", List.of("node"), CLIENT_FILE, "node-group", SECONDS));

        assertReadOnce(first);
    }

    @Test
    void javaOfThePage_readsOnceWhatIsCommitted_andGoesOn() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"));

        var first = assertReads(
                "java", () -> page.run("java", "Consume.java", command, CLIENT_FILE, "java-group", SECONDS));

        assertReadOnce(first);
    }

    @FunctionalInterface
    private interface Program {
        String run() throws Exception;
    }

    /** What the first run printed. */
    private static List<String> assertReads(String language, Program program) throws Exception {
        var match = "match " + person + " feed/" + language + "-1";
        push(language + "-1");

        var first = program.run().lines().toList();

        assertThat(first).contains(match, TRACK_LINE, ALERT_LINE);
        assertThat(first).noneMatch(line -> line.contains(UNTOLD.scope().value()) || line.contains("crowd"));
        push(language + "-2");
        assertThat(program.run().lines())
                .contains("match " + person + " feed/" + language + "-2")
                .doesNotContain(match, TRACK_LINE, ALERT_LINE);
        return first;
    }

    private static void assertReadOnce(List<String> lines) {
        assertThat(lines).containsOnlyOnce(TRACK_LINE, ALERT_LINE);
    }

    /** A photo as a feed, and waits for its answer. */
    private static void push(String source) throws Exception {
        var properties = Map.<String, Object>copyOf(login.clientProperties());
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            var photo = Files.readAllBytes(TestPhotos.sample(3));
            producer.send(new ProducerRecord<>(TOPICS.feeds().name(), source, photo))
                    .get();
        }
        new AnswerTopic(login, TOPICS.matches().name())
                .await("an answer to " + source, record -> ("camera:feed/" + source).equals(record.key()));
    }

    private static <V> V sample(String topic, String name, Class<V> type) {
        return SampleRecords.all().stream()
                .filter(record -> record.folder().equals(topic) && record.name().equals(name))
                .map(record -> type.cast(record.value()))
                .findFirst()
                .orElseThrow();
    }
}
