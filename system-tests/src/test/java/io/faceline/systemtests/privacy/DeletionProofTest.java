package io.faceline.systemtests.privacy;

import static io.faceline.systemtests.privacy.Visitor.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.kafka.TopicRecords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that deleted people vanish: from answers at once, also after a restart, and from every file of the data folder
 * once Kafka has compacted its topics. By default that takes hours, here seconds.
 */
@Tag("slow")
class DeletionProofTest {
    private static final String CAMERAS = "/api/v1/cameras";
    private static final String ADMIN = "an admin's long token";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SLICE = 64;
    private static final String FORMER_NAME = "session name";
    private static final Map<String, String> SHORT_LIVED = Map.of(
            "FACELINE_ADMIN_TOKEN", ADMIN,
            "FACELINE_COMPACTION_LAG", "1s",
            "FACELINE_FRAME_RETENTION", "5s",
            // Longer than a restart on a busy machine: what is under way when a process ends must still be there.
            "FACELINE_EMBEDDING_RETENTION", "12s",
            "FACELINE_BROKER_LOG_CLEANER_BACKOFF_MS", "200",
            "FACELINE_BROKER_LOG_RETENTION_CHECK_INTERVAL_MS", "500",
            "FACELINE_BROKER_LOG_INITIAL_TASK_DELAY_MS", "500",
            "FACELINE_BROKER_LOG_SEGMENT_DELETE_DELAY_MS", "100",
            "FACELINE_BROKER_LOG_INDEX_SIZE_MAX_BYTES", "65536");

    @TempDir
    Path folder;

    @TempDir
    Path films;

    private Pipeline pipeline;
    private TestClient nobody;
    private TestClient admin;

    @BeforeEach
    void up() {
        var environment = new HashMap<>(System.getenv());
        environment.putAll(SHORT_LIVED);
        pipeline = Pipeline.open(PipelineOptions.lasting(folder, Stages.ALL), environment);
        var server = pipeline.serve(HttpSettings.of("127.0.0.1", 0));
        nobody = TestClient.of(server.port());
        admin = nobody.as(ADMIN);
    }

    @AfterEach
    void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void deleted_areGoneFromAnswersAndFromDisk() {
        var known = enrollEverywhere();

        known.forget();

        known.assertUnknown();
        known.awaitNoTrace();
        known.assertBystanderIsThere();
    }

    @Test
    void deleted_areGoneAfterARestartAndFromDisk() {
        var known = enrollEverywhere();
        known.forget();

        down();
        up();

        known.assertUnknown();
        known.awaitNoTrace();
        known.assertBystanderIsThere();
    }

    /** A person of the shared gallery, one of a session, one of a session that will end, and one that stays. */
    private Known enrollEverywhere() {
        var portraits = LfwPhoto.ofVisitors();
        var known = new Known(newSession(), newSession());
        known.add(ADMIN, "shared", portraits.get(0));
        known.add(known.session, "session", portraits.get(2));
        known.add(known.ending, "ending", portraits.get(4));
        known.rename();
        known.upload();
        known.watch();
        known.bystander = enroll(ADMIN, "shared", "the bystander", portraits.get(6))
                .path("id")
                .asText();
        known.learnWhatToSeek();
        known.assertOnDisk();
        return known;
    }

    private String newSession() {
        return nobody.post("/api/v1/sessions", "").json().path("token").asText();
    }

    private JsonNode enroll(String token, String scope, String name, LfwPhoto portrait) {
        var fields = Map.of("name", name, "scope", scope.equals("shared") ? "shared" : "session");
        var answer =
                nobody.as(token).post(PEOPLE, new MultipartForm().fields(fields).files(portrait.jpeg()));
        return answer.expect(201).json();
    }

    /** The people to delete, with their data on disk. */
    private final class Known {
        private final String session;
        private final String ending;
        private final Map<String, JsonNode> people = new LinkedHashMap<>();
        private final Map<String, LfwPhoto> portraits = new LinkedHashMap<>();
        private final Map<String, byte[]> wanted = new HashMap<>();
        /** What may be gone at any time, and must be in the end. */
        private final Map<String, byte[]> passing = new HashMap<>();

        private final Map<String, String> jobs = new HashMap<>();
        private String bystander;

        Known(String session, String ending) {
            this.session = session;
            this.ending = ending;
        }

        void add(String token, String label, LfwPhoto portrait) {
            var name = "Zoë Marked " + label;
            people.put(label, enroll(token, label, name, portrait));
            portraits.put(label, portrait);
            wanted.put(label + " name", name.getBytes(StandardCharsets.UTF_8));
        }

        /** Former names are deleted too. */
        void rename() {
            // Compaction may erase the former name at any time from now on.
            assertThat(onDisk().keySet()).contains(FORMER_NAME);
            var changed = nobody.as(session).patch(one("session"), "{\"name\":\"Renamed Marked\"}");
            changed.expect(200);
            wanted.put("session new name", "Renamed Marked".getBytes(StandardCharsets.UTF_8));
        }

        /**
         * Videos: one of the session that will end, one that stays and shows a person who will be deleted, and one of a
         * stranger that will be deleted.
         */
        void upload() {
            var video = upload("ending", ending, portraits.get("ending"));
            wanted.put("title", "Title Marked ending".getBytes(StandardCharsets.UTF_8));
            wanted.put("video", middle(video));
            upload("session", session, portraits.get("session"));
            upload("stranger", session, LfwPhoto.ofVisitors().get(8));
            assertThat(seen("session").text()).contains(id("session"));
        }

        /** A camera, switched off. */
        void watch() {
            admin.post(
                            CAMERAS,
                            "{\"name\":\"Camera Marked\",\"address\":\"rtsp://10.0.0.7/marked-stream\",\"enabled\":false}")
                    .expect(201);
            wanted.put("camera name", "Camera Marked".getBytes(StandardCharsets.UTF_8));
            wanted.put("camera address", "marked-stream".getBytes(StandardCharsets.UTF_8));
        }

        private byte[] upload(String label, String token, LfwPhoto portrait) {
            var video = StillVideo.of(portrait, films);
            var path = "/api/v1/videos?title=Title+Marked+" + label;
            jobs.put(
                    label,
                    nobody.as(token).post(path, "video/mp4", video).expect(202).at("/id"));
            var tracks = new StoredTracks(TopicRecords.all(folder));
            await().atMost(PATIENCE).until(() -> {
                var isComplete = seen(label).status() == 200
                        && seen(label).json().path("isComplete").asBoolean();
                tracks.passing(jobs.get(label))
                        .forEach((what, bytes) -> passing.put(label + " " + what, middle(bytes)));
                return isComplete;
            });
            tracks.shots(jobs.get(label)).forEach((what, bytes) -> wanted.put(label + " shot " + what, middle(bytes)));
            assertThat(wanted.keySet()).anyMatch(what -> what.startsWith(label + " shot"));
            assertThat(passing.keySet()).anyMatch(what -> what.startsWith(label + " sighting crop"));
            assertThat(passing.keySet()).anyMatch(what -> what.startsWith(label + " sighting embedding"));
            return video;
        }

        /** Who is in a video. */
        private HttpAnswer seen(String label) {
            var token = label.equals("ending") ? ending : session;
            return nobody.as(token).get("/api/v1/jobs/" + jobs.get(label) + "/people");
        }

        void learnWhatToSeek() {
            var stored = new StoredReferences(pipeline, TopicRecords.all(folder));
            people.forEach((label, person) -> {
                var crop = nobody.as(tokenOf(label)).get(photo(person));
                crop.expect(200);
                wanted.put(label + " crop", middle(crop.body()));
                wanted.put(
                        label + " embedding",
                        middle(stored.embeddingOf(person.path("id").asText())));
            });
        }

        void assertOnDisk() {
            var found = onDisk();

            var required = new HashSet<>(wanted.keySet());
            required.remove(FORMER_NAME);
            assertThat(found.keySet()).containsAll(required);
            assertThat(found.get("shared embedding")).contains("faceline.gallery-0");
            assertThat(found.get("session embedding")).anyMatch(topic -> topic.contains("enrollments-changelog"));
            assertThat(found.get("ending embedding")).anyMatch(topic -> topic.contains("enrollments-changelog"));
            assertThat(found.get("ending crop")).contains("faceline.photos-0");
            assertThat(found.get("title")).contains("faceline.jobs-0");
            for (var label : jobs.keySet()) {
                assertThat(found).anySatisfy((what, where) -> assertThat(what + where)
                        .startsWith(label + " shot")
                        .contains("faceline.shots-0"));
            }
            assertThat(found.get("session new name")).contains("faceline.people-0");
        }

        void forget() {
            admin.delete(one("shared")).expect(204);
            nobody.as(session).delete(one("session")).expect(204);
            nobody.as(session).delete("/api/v1/jobs/" + jobs.get("stranger")).expect(204);
            admin.delete(CAMERAS + "/camera-marked").expect(204);
            nobody.as(ending).delete("/api/v1/session").expect(204);
        }

        void assertUnknown() {
            await().atMost(PATIENCE).until(() -> admin.get(PEOPLE).status() == 200);
            people.forEach((label, person) -> {
                var client = nobody.as(tokenOf(label));
                var hasEnded = label.equals("ending");
                assertThat(client.get(PEOPLE).text()).doesNotContain("Marked");
                client.get(one(label)).expect(hasEnded ? 401 : 404);
                client.get(photo(person)).expect(hasEnded ? 401 : 404);
                var recognised = (hasEnded ? nobody : client)
                        .post(
                                "/api/v1/recognize",
                                "image/jpeg",
                                portraits.get(label).jpeg());
                recognised.expect(200);
                assertThat(recognised.text()).doesNotContain(person.path("id").asText());
            });
            assertThat(seen("session").expect(200).text()).doesNotContain(id("session"));
            seen("stranger").expect(404);
            await().atMost(PATIENCE)
                    .until(() -> admin.get(CAMERAS + "/camera-marked").status() == 404);
            assertThat(admin.get(CAMERAS).expect(200).text()).doesNotContain("Marked", "marked");
            seen("ending").expect(401);
        }

        void awaitNoTrace() {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> assertThat(onDisk())
                    .isEmpty());
        }

        /** What is found, and in which topics and stores. */
        private Map<String, Set<String>> onDisk() {
            var all = new HashMap<>(passing);
            all.putAll(wanted);
            return new DataFiles(folder).find(all);
        }

        /** Checks that compaction has not deleted everything. */
        void assertBystanderIsThere() {
            var recognised = admin.post(
                    "/api/v1/recognize",
                    "image/jpeg",
                    LfwPhoto.ofVisitors().get(6).jpeg());
            assertThat(recognised.text()).contains(bystander).contains("the bystander");
            assertThat(new DataFiles(folder).find(Map.of("it", "the bystander".getBytes(StandardCharsets.UTF_8))))
                    .containsEntry("it", Set.of("faceline.people-0"));
        }

        private String tokenOf(String label) {
            return Map.of("shared", ADMIN, "session", session, "ending", ending).get(label);
        }

        private String one(String label) {
            return PEOPLE + "/" + id(label);
        }

        private String id(String label) {
            return people.get(label).path("id").asText();
        }

        private static String photo(JsonNode person) {
            return PEOPLE + "/" + person.path("id").asText() + "/photos/"
                    + person.path("photos").path(0).path("id").asText();
        }
    }

    private static byte[] middle(byte[] bytes) {
        var start = (bytes.length - SLICE) / 2;
        return Arrays.copyOfRange(bytes, start, start + SLICE);
    }
}
