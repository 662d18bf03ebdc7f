package io.faceline.systemtests.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.cameras.CameraFilms;
import io.faceline.systemtests.cameras.DefinedCameras;
import io.faceline.systemtests.kafka.TopicRecords;
import io.faceline.systemtests.privacy.DataFiles;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person and a camera of whom there are alerts are deleted: the alerts say nothing about them any more, who was told of the
 * person erases it too, nobody else hears of it, and no file has anything of them once Kafka has compacted its topics. By
 * default that takes hours, here seconds.
 */
@Tag("slow")
class AlertsDeletionTest {
    private static final String ADMIN = "an admin's long token";
    private static final String NAME = "Zoë Marked";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SLICE = 64;
    private static final Map<String, String> SHORT_LIVED = Map.of(
            "FACELINE_COMPACTION_LAG", "1s",
            "FACELINE_FRAME_RETENTION", "5s",
            "FACELINE_EMBEDDING_RETENTION", "12s",
            "FACELINE_BROKER_LOG_CLEANER_BACKOFF_MS", "200",
            "FACELINE_BROKER_LOG_RETENTION_CHECK_INTERVAL_MS", "500",
            "FACELINE_BROKER_LOG_INITIAL_TASK_DELAY_MS", "500",
            "FACELINE_BROKER_LOG_SEGMENT_DELETE_DELAY_MS", "100",
            "FACELINE_BROKER_LOG_INDEX_SIZE_MAX_BYTES", "65536");

    /** Topics that keep the bare ids of people for longer, as docs/reference/topics.md says. */
    private static final Set<String> KEEPS_IDS =
            Set.of("matches", "tracks", "tracked-frames", "change-answers", "people", "alerts-judges-changelog");

    @TempDir
    Path data;

    @TempDir
    Path films;

    private Pipeline pipeline;
    private TestClient admin;
    private String marked = "";
    private String other = "";
    private final Map<String, byte[]> sought = new HashMap<>();

    @Test
    void deleted_areGoneFromAlerts_receivers_andDisk() throws Exception {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(SHORT_LIVED);
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_CAMERA_FILES", films.toRealPath().toString());
        environment.put("FACELINE_SECRET_KEY", "a secret key for secrets");
        environment.put("FACELINE_RECEIVER_LOCAL_ADDRESSES", "true");
        // A loaded machine answers late; here nothing is stale.
        environment.put("FACELINE_STALE_AFTER", "5m");
        try (var heard = WebhookReceiver.start();
                var deaf = WebhookReceiver.down();
                var opened = Pipeline.open(PipelineOptions.lasting(data, Stages.ALL), environment)) {
            pipeline = opened;
            admin = TestClient.of(opened.serve(HttpSettings.of("127.0.0.1", 0)).port())
                    .as(ADMIN);
            marked = enroll(NAME, "again");
            other = enroll("the bystander", "bird");
            define();
            heard.register(admin, "heard", "NAMES");
            deaf.register(admin, "deaf", "NAMES");
            var cameras = new DefinedCameras(admin);
            show(cameras, "door", StagedFilm.empty().pause(1).with("brother", 5));
            show(cameras, "yard", StagedFilm.empty().pause(1).with("hungry", 6));
            awaitAlerts(heard);
            learnWhatToSeek();

            admin.delete("/api/v1/people/" + marked).expect(204);
            cameras.delete("yard");

            awaitErased(heard);
            assertRulesSayIt();
            deaf.up();
            awaitNothingWaits();
            assertThat(deaf.messages())
                    .allSatisfy(message -> assertThat(message.type()).isEqualTo("alert.erased"));
            awaitNoTrace();
            for (var receiver : List.of(heard, deaf)) {
                assertThat(receiver.refused()).isEmpty();
            }
            assertThat(admin.get("/api/v1/watch-lists/staff").text()).contains(other);
        }
    }

    private String enroll(String name, String word) {
        var form = new MultipartForm().field("name", name).files(CameraFilms.still(word, 2, films));
        return admin.post("/api/v1/people?scope=shared", form).expect(201).at("/id");
    }

    private void define() {
        admin.post(
                        "/api/v1/watch-lists",
                        "{\"id\":\"staff\",\"name\":\"Staff\",\"people\":[\"%s\",\"%s\"]}".formatted(marked, other))
                .expect(201);
        var her = "{\"kind\":\"person\",\"person\":\"" + marked + "\"}";
        rule("closed", her, "door", 2);
        rule("open", her, "door", 3600);
        rule("listed", "{\"kind\":\"listed\",\"list\":\"staff\"}", "door", 3600);
        rule("stranger", "{\"kind\":\"stranger\"}", "yard", 3600);
        var mute = "{\"subject\":\"person:%s\",\"source\":\"nowhere\",\"until\":\"%s\"}"
                .formatted(marked, Instant.now().plus(Duration.ofDays(1)));
        admin.post("/api/v1/mutes", mute).expect(201);
    }

    private void rule(String id, String who, String source, int hold) {
        var json =
                "{\"id\":\"%s\",\"name\":\"%s\",\"who\":%s,\"where\":{\"sources\":[\"%s\"]},\"zone\":\"UTC\",\"limits\":{\"holdSeconds\":%d}}";
        admin.post("/api/v1/alert-rules", json.formatted(id, id, who, source, hold))
                .expect(201);
    }

    private void show(DefinedCameras cameras, String id, StagedFilm film) {
        cameras.add(id, film.pause(240).make(films.resolve(id + ".mkv")), 5);
    }

    private void awaitAlerts(WebhookReceiver heard) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            assertThat(latest().keySet()).containsExactlyInAnyOrder("closed", "open", "listed", "stranger");
            assertThat(latest().get("closed").state()).isEqualTo(AlertState.CLOSED);
            assertThat(heard.messages())
                    .filteredOn(message -> message.type().equals("alert.opened"))
                    .hasSize(4);
            assertThat(waiting()).isEqualTo(4);
            assertThat(values(pipeline.kafka().topics().alerting().shots()))
                    .as("pictures")
                    .hasSizeBetween(3, 4);
        });
        assertThat(heard.messages())
                .filteredOn(message -> !message.text("/rule/id").equals("stranger"))
                .allSatisfy(message -> assertThat(message.text("/subject/name")).isEqualTo(NAME));
    }

    /** The newest revision of each rule's alert. */
    private Map<String, Alert> latest() {
        return new WrittenAlerts(pipeline.kafka())
                .all().values().stream()
                        .map(revisions -> revisions.get(revisions.size() - 1))
                        .collect(Collectors.toMap(alert -> alert.rule().value(), Function.identity()));
    }

    private int waiting() {
        return admin.get("/api/v1/deliveries?state=WAITING&receiver=deaf")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    private void learnWhatToSeek() {
        sought.put("name", NAME.getBytes(UTF_8));
        sought.put("id", marked.getBytes(UTF_8));
        var reference = pipeline.readGallery().stream()
                .filter(one -> one.person().value().equals(marked))
                .findFirst()
                .orElseThrow();
        sought.put("embedding", middle(bytes(reference)));
        var shots = pipeline.kafka().topics().alerting().shots();
        var pictures = values(shots);
        latest().forEach((rule, alert) -> Optional.ofNullable(
                        pictures.get(alert.id().value()))
                .ifPresent(picture ->
                        sought.put("shot of " + rule, middle(picture.jpeg().toByteArray()))));
        assertThat(sought).containsKeys("shot of closed", "shot of open", "shot of listed");
        assertThat(found().keySet()).containsAll(sought.keySet());
        assertThat(found().get("id"))
                .contains("faceline.alerts-0", "faceline.deliveries-0", "faceline.rules-0", "faceline.watch-lists-0");
    }

    /** As the records write it: 32-bit floats, little endian. */
    private static byte[] bytes(Reference reference) {
        var embedding = reference.embedding();
        var bytes = ByteBuffer.allocate(embedding.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding.toArray());
        return bytes.array();
    }

    private <V> Map<String, V> values(Topic<V> topic) {
        var values = new HashMap<String, V>();
        TopicRecords.committed(pipeline.kafka()).read(topic.name()).stream()
                .filter(read -> read.value() != null)
                .forEach(read -> values.put(
                        read.key(), topic.valueSerde().deserializer().deserialize(topic.name(), read.value())));
        return values;
    }

    private void awaitErased(WebhookReceiver heard) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var alerts = latest();
            for (var rule : List.of("closed", "open", "listed")) {
                assertThat(alerts.get(rule).reason()).as(rule).isEqualTo(AlertReason.ERASED);
                assertThat(alerts.get(rule).subject()).isEqualTo(AlertSubject.ERASED);
            }
            assertThat(alerts.get("stranger").reason()).isEqualTo(AlertReason.SOURCE_DELETED);
            assertThat(heard.messages())
                    .filteredOn(message -> message.type().equals("alert.erased"))
                    .hasSize(4);
        });
        assertThat(latest().values()).allSatisfy(alert -> {
            assertThat(alert.identity()).isNull();
            assertThat(alert.shot()).isNull();
        });
        assertThat(heard.messages())
                .filteredOn(message -> message.type().equals("alert.erased"))
                .allSatisfy(message -> assertThat(message.body().toString()).doesNotContain(NAME, marked, "yard"));
        assertThat(admin.get("/api/v1/alerts").expect(200).text()).doesNotContain(NAME, marked);
    }

    private void assertRulesSayIt() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        admin.get("/api/v1/watch-lists/staff").text())
                .doesNotContain(marked));
        for (var rule : List.of("closed", "open")) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                var shown = admin.get("/api/v1/alert-rules/" + rule).expect(200).json();
                assertThat(shown.path("enabled").asBoolean(true)).isFalse();
                assertThat(shown.path("disabledBecause").asText()).contains("deleted");
            });
        }
        assertThat(admin.get("/api/v1/alert-rules/listed")
                        .expect(200)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(admin.get("/api/v1/mutes").text()).doesNotContain(marked);
        // They are of no use any more, and are the last to name her.
        List.of("closed", "open")
                .forEach(rule -> admin.delete("/api/v1/alert-rules/" + rule).expect(204));
    }

    private void awaitNothingWaits() {
        await().atMost(PATIENCE).until(() -> waiting() == 0);
    }

    private void awaitNoTrace() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(found())
                .isEmpty());
    }

    /** What is found, and in which topics and stores that must have lost it in the end. */
    private Map<String, Set<String>> found() {
        var found = new DataFiles(data).find(sought);
        var left = new HashSet<>(found.getOrDefault("id", Set.of()));
        left.removeIf(AlertsDeletionTest::keepsIds);
        found.computeIfPresent("id", (id, all) -> left.isEmpty() ? null : left);
        return found;
    }

    private static boolean keepsIds(String folder) {
        return KEEPS_IDS.stream().anyMatch(topic -> folder.matches("faceline\\." + topic + "-[0-9]+"));
    }

    private static byte[] middle(byte[] bytes) {
        var start = (bytes.length - SLICE) / 2;
        return Arrays.copyOfRange(bytes, start, start + SLICE);
    }
}
