package io.faceline.api.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.StartPosition;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.streams.DeadLetters;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.web.access.SessionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dead letters through real topics. */
@Tag("slow")
class DeadLettersOverKafkaTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADMIN = "an admin's long token";
    private static final String KEY_TEXT = SessionKey.newText();
    private static final String LETTERS = "/api/v1/dead-letters";

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 4));
    private KafkaProducer<byte[], byte[]> producer;
    private Api api;
    private TestServer server;
    private TestClient admin;

    @BeforeEach
    void start() {
        TopicSetup.ensure(kafka);
        producer = new KafkaProducer<>(
                ClientProperties.producer(kafka, "test-letters", BatchingProfile.LOW_LATENCY),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        open();
    }

    private void open() {
        api = new Api(
                ApiSettings.from(new Settings(Map.of("FACELINE_ADMIN_TOKEN", ADMIN, "FACELINE_SESSION_KEY", KEY_TEXT))),
                kafka);
        api.start();
        server = new TestServer(api.routes());
        admin = server.client().as(ADMIN);
        await().atMost(SOON).until(() -> api.health().ready());
    }

    @AfterEach
    void close() {
        server.close();
        api.close();
        producer.close();
    }

    /** @return the id of the letter */
    private String put(String topic, byte @Nullable [] value) throws Exception {
        var letter = new ProducerRecord<>(kafka.topics().deadLetters().name(), 0, bytes("key"), value);
        // The sender's own headers may have the names of those that a letter adds.
        letter.headers().add("frame-id", bytes("job-1/7")).add("stage", bytes("theirs"));
        DeadLetters.addHeaders(
                letter.headers(), "matcher", new IllegalStateException("it is broken"), topic(topic), 2, 17);
        var id = Long.toString(producer.send(letter).get().offset());
        await().atMost(SOON)
                .until(() -> admin.get(LETTERS + "?limit=1").at("/items/0/id").equals(id));
        return id;
    }

    private String topic(String name) {
        return kafka.topics().deadLetters().name().replace("dead-letters", name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                ClientProperties.reader(kafka, "test"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            StartPosition.seek(consumer, topic(topic), StartOffset.EARLIEST);
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    @Test
    void letters_areListedWithoutContent_newestFirst() throws Exception {
        var first = put("embeddings", bytes("secret"));
        var second = put("people", new byte[] {1, 2, (byte) 0xff});

        var page = admin.get(LETTERS + "?limit=1").expect(200).json();
        var next = admin.get(LETTERS + "?limit=1&cursor=" + page.path("next").asText())
                .expect(200)
                .json();

        assertThat(page.at("/items/0/id").asText()).isEqualTo(second);
        assertThat(page.at("/items/0/maySend").asBoolean()).isFalse();
        var letter = next.at("/items/0");
        assertThat(letter.path("id").asText()).isEqualTo(first);
        assertThat(letter.path("stage").asText()).isEqualTo("matcher");
        assertThat(letter.path("topic").asText()).isEqualTo("embeddings");
        assertThat(letter.path("partition").asInt()).isEqualTo(2);
        assertThat(letter.path("offset").asInt()).isEqualTo(17);
        assertThat(letter.path("cause").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(letter.path("key").asText()).isEqualTo("key");
        assertThat(letter.path("frame").asText()).isEqualTo("job-1/7");
        assertThat(letter.path("bytes").asInt()).isEqualTo(6);
        assertThat(letter.path("maySend").asBoolean()).isTrue();
        assertThat(next.path("next").isNull()).isTrue();
        assertThat(next.toString()).doesNotContain("secret", "it is broken");
        assertThat(admin.get(LETTERS + "?stage=tracker").json().path("items")).isEmpty();
        assertThat(admin.get(LETTERS + "?topic=people&stage=matcher").json().path("items"))
                .hasSize(1);
        assertThat(admin.get(LETTERS + "?cursor=x").problem()).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void content_isShownAndDownloaded() throws Exception {
        var text = put("embeddings", bytes("secret"));
        var hex = put("embeddings", new byte[] {1, 2, (byte) 0xff});
        var large = put("feeds", bytes("x".repeat(LetterContent.MAX_BYTES + 1)));

        var shown = admin.get(LETTERS + "/" + text).expect(200).json();
        assertThat(shown.path("message").asText()).isEqualTo("it is broken");
        assertThat(shown.path("content").toString())
                .isEqualTo("{\"form\":\"TEXT\",\"shown\":\"secret\",\"isWhole\":true}");
        assertThat(shown.path("headers").findValuesAsText("name")).containsExactly("frame-id", "stage");
        assertThat(admin.get(LETTERS + "/" + hex).at("/content/shown")).isEqualTo("0102ff");
        assertThat(admin.get(LETTERS + "/" + large).at("/content/isWhole")).isEqualTo("false");
        assertThat(admin.get(LETTERS + "/" + hex + "/content").expect(200).body())
                .containsExactly(1, 2, 0xff);
        for (var missing : List.of("999", "x", "-1", "99999999999999999999")) {
            assertThat(admin.get(LETTERS + "/" + missing).problem()).isEqualTo("404 NO_SUCH_LETTER");
        }
    }

    @Test
    void letter_isSentAgainOnce_asItWas() throws Exception {
        var id = put("embeddings", bytes("content"));

        var sent = admin.post(LETTERS + "/" + id + "/resend").expect(200);

        assertThat(sent.at("/resentAt")).isNotEqualTo("null");
        assertThat(records("embeddings")).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(bytes("key"));
            assertThat(record.value()).isEqualTo(bytes("content"));
            assertThat(record.partition()).isEqualTo(2);
            assertThat(record.headers().toArray())
                    .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                    .containsExactly("frame-id=job-1/7", "stage=theirs");
        });
        assertThat(admin.post(LETTERS + "/" + id + "/resend").problem()).isEqualTo("409 SENT_BEFORE");

        // Also after a restart: it is written among the letters.
        server.close();
        api.close();
        open();
        assertThat(admin.post(LETTERS + "/" + id + "/resend").problem()).isEqualTo("409 SENT_BEFORE");
        admin.post(LETTERS + "/" + id + "/resend?again=true").expect(200);
        assertThat(records("embeddings")).hasSize(2);
        assertThat(admin.get(LETTERS).json().path("items")).hasSize(1);
    }

    @Test
    void onlyInputsOfStages_takeLettersBack() throws Exception {
        for (var topic : List.of("people", "matches", "changes", "rules", "nowhere", "dead-letters")) {
            var id = put(topic, bytes("content"));
            assertThat(admin.post(LETTERS + "/" + id + "/resend").problem()).isEqualTo("409 NOT_SENDABLE");
        }
        var empty = put("embeddings", null);
        assertThat(admin.post(LETTERS + "/" + empty + "/resend").problem()).isEqualTo("409 NOT_SENDABLE");
        assertThat(records("embeddings")).isEmpty();
        assertThat(records("people")).isEmpty();
    }

    @Test
    void lettersOfAFilter_areSentInTheirOrder() throws Exception {
        put("sightings", bytes("1"));
        put("people", bytes("2"));
        put("embeddings", bytes("3"));
        put("sightings", bytes("4"));

        var sent = admin.post(LETTERS + "/resend", "{\"topic\":\"sightings\"}").expect(200);

        assertThat(sent.text()).isEqualTo("{\"sent\":2,\"leftOut\":0,\"isComplete\":true}");
        assertThat(records("sightings"))
                .extracting(record -> new String(record.value(), UTF_8))
                .containsExactly("1", "4");
        assertThat(admin.post(LETTERS + "/resend", "{\"stage\":\"matcher\"}").text())
                .isEqualTo("{\"sent\":1,\"leftOut\":3,\"isComplete\":true}");
        for (var wrong : List.of("{}", "[]", "{\"stage\":1}", "{\"stage\":\"x\",\"all\":true}")) {
            assertThat(admin.post(LETTERS + "/resend", wrong).problem()).isEqualTo("400 BAD_REQUEST");
        }
    }

    @Test
    void letters_areTheAdmins() throws Exception {
        var id = put("embeddings", bytes("secret"));
        var visitor = server.client().as(SessionKey.parse(KEY_TEXT).create().reveal());

        for (var path : List.of("", "/" + id, "/" + id + "/content")) {
            assertThat(visitor.get(LETTERS + path).problem()).isEqualTo("403 ADMIN_ONLY");
        }
        for (var path : List.of("/resend", "/" + id + "/resend")) {
            assertThat(visitor.post(LETTERS + path).problem()).isEqualTo("403 ADMIN_ONLY");
        }
    }
}
