package io.faceline.systemtests.kafka;

import static io.faceline.systemtests.kafka.AnswerTopic.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** The commands and programs of docs/how-to/push-frames.md, as they stand there, push a photo and learn who is on it. */
@Tag("slow")
class FeedClientsTest {
    private static final String PAGE = "docs/how-to/push-frames.md";
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final String ADMIN = "a-token-of-the-admin";
    private static final String CLIENT_FILE = "data/kafka.client";

    @TempDir
    static Path folder;

    private static Pipeline server;
    private static ClientLogin login;
    /** The woman of the photo that is pushed. */
    private static String person;

    private static Path photo;

    private final PageExample page = new PageExample(PAGE, folder);

    @BeforeAll
    static void start() throws Exception {
        var environment = new HashMap<String, String>();
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        // A loaded machine reads and decodes late; here nothing is stale.
        environment.put("FACELINE_STALE_AFTER", "5m");
        server = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), environment);
        var http = TestClient.of(server.serve(HttpSettings.of("127.0.0.1", 0)).port());
        login = ClientLogin.read(folder.resolve("data")).orElseThrow();
        photo = TestPhotos.sample(3);
        person = enrolled(http.as(ADMIN));
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

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void lineThatUpPrints_isAnsweredWithThePerson_soon() throws Exception {
        PageExample.assumeProgram("kcat", "-V");
        // The first photo may wait until a model is warm.
        push("door-0", photo);
        answerTo("door-0");

        push("door-1", photo);
        var written = System.nanoTime();
        var answer = answerTo("door-1");
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - written);

        System.out.println("kcat's photo was answered " + millis + " ms after kcat had ended");
        assertNames(json(answer));
        assertThat(answer.key()).isEqualTo("camera:feed/door-1");
        assertThat(json(answer).at("/facts/position").isNull()).isTrue();
    }

    @Test
    void garbage_isADeadLetter_andTheNextPhotoIsAnswered() throws Exception {
        PageExample.assumeProgram("kcat", "-V");
        var garbage = Files.write(folder.resolve("garbage.jpg"), "no picture".getBytes(UTF_8));

        push("door-2", garbage);
        push("door-2", photo);

        assertNames(json(answerTo("door-2")));
        var letter = new AnswerTopic(login, TOPICS.deadLetters().name())
                .await("a dead letter", record -> "door-2".equals(record.key()));
        assertThat(letter.value()).isEqualTo("no picture".getBytes(UTF_8));
        assertThat(header(letter, "stage")).isEqualTo("ingest-feeds");
        assertThat(header(letter, "message")).isEqualTo("the value is neither a JPEG nor a PNG nor a WebP");
        assertThat(header(letter, "origin-topic")).isEqualTo(TOPICS.feeds().name());
        var shown = page.run(List.of("sh", "-c", command("kcat -F ~/faceline/kafka.client -C -e -q -t faceline.dead")));
        assertThat(shown).contains("stage=ingest-feeds");
    }

    @Test
    void everyPictureOfABurst_hasOneAnswer_andAnotherSourceIsAnsweredMeanwhile() throws Exception {
        PageExample.assumeProgram("kcat", "-V");
        // As many as a source may send in a second.
        var burst = 30;
        var picture = Files.readAllBytes(photo);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>copyOf(login.clientProperties()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var i = 0; i < burst; i++) {
                producer.send(new ProducerRecord<>(TOPICS.feeds().name(), "burst", picture));
            }
        }
        push("door-3", photo);

        assertNames(json(answerTo("door-3")));
        var outcomes = new HashMap<String, String>();
        new AnswerTopic(login, TOPICS.matches().name()).await("all answers", record -> {
            if ("camera:feed/burst".equals(record.key())) {
                outcomes.put(header(record, Topics.FRAME_ID_HEADER), outcome(record));
            }
            return outcomes.size() == burst;
        });
        assertThat(outcomes.values()).contains("made", "REPLACED_BY_NEWER").doesNotContain("failed");
    }

    private static String outcome(ConsumerRecord<String, byte[]> record) {
        try {
            var outcome = json(record).at("/outcome");
            return outcome.path("reason").asText(outcome.at("/kind").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void kcatOfThePage_namesThePerson() throws Exception {
        PageExample.assumeProgram("kcat", "-V");
        PageExample.assumeProgram("jq", "--version");

        assertPrinted(page.run("sh", "push.sh", List.of("sh"), CLIENT_FILE, photo.toString(), "sh-door"));
    }

    @Test
    void pythonOfThePage_namesThePerson() throws Exception {
        PageExample.assumePython("confluent_kafka");

        assertPrinted(page.run(
                "python", "push.py", List.of("/usr/bin/python3"), CLIENT_FILE, photo.toString(), "python-door"));
    }

    @Test
    void nodeOfThePage_namesThePerson() throws Exception {
        page.assumeNodePackages();

        assertPrinted(page.run("javascript", "push.mjs", List.of("node"), CLIENT_FILE, photo.toString(), "node-door"));
    }

    @Test
    void javaOfThePage_namesThePerson() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"));

        assertPrinted(page.run("java", "Push.java", command, CLIENT_FILE, photo.toString(), "java-door"));
    }

    /** By the command of the page, which {@code up} prints as well. */
    private void push(String source, Path file) throws Exception {
        page.run(List.of(
                "sh",
                "-c",
                command("kcat -F ~/faceline/kafka.client -X")
                        .replace("door-1", source)
                        .replace("ada2.jpg", file.toString())));
    }

    /** The only command of the page that begins so, for the data folder of this test. */
    private static String command(String beginning) throws IOException {
        var root = Path.of(System.getProperty("faceline.root"));
        var found = Files.readAllLines(root.resolve(PAGE)).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(beginning))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).replace("~/faceline", "data");
    }

    private static ConsumerRecord<String, byte[]> answerTo(String source) {
        return new AnswerTopic(login, TOPICS.matches().name())
                .await("an answer to " + source, record -> ("camera:feed/" + source).equals(record.key()));
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) throws IOException {
        return Mappers.JSON.readTree(record.value());
    }

    private static void assertNames(JsonNode answer) {
        var identifications = answer.at("/outcome/value/faces").findValues("identification");
        assertThat(identifications).as(answer.toString()).anySatisfy(found -> {
            assertThat(found.at("/decision").asText()).isEqualTo("match");
            assertThat(found.at("/candidates/0/person").asText()).isEqualTo(person);
        });
    }

    private static void assertPrinted(String printed) {
        assertThat(printed.lines()).contains("match " + person);
    }
}
