package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.kafka.TopicRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film is tracked twice, by installations with other numbers of threads and partitions. */
@Tag("slow")
class TwoPassesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final Map<String, String> ONE_OF_EACH = Map.of(
            "FACELINE_LANE_PARTITIONS", "1",
            "FACELINE_SESSION_PARTITIONS", "1",
            "FACELINE_DETECTOR_THREADS", "1",
            "FACELINE_EMBEDDER_THREADS", "1",
            "FACELINE_MATCHER_THREADS", "1",
            "FACELINE_TRACKER_THREADS", "1");
    private static final Map<String, String> SEVERAL = Map.of(
            "FACELINE_LANE_PARTITIONS", "5",
            "FACELINE_SESSION_PARTITIONS", "3",
            "FACELINE_DETECTOR_THREADS", "2",
            "FACELINE_EMBEDDER_THREADS", "2",
            "FACELINE_MATCHER_THREADS", "2",
            "FACELINE_TRACKER_THREADS", "2",
            "FACELINE_WINDOW", "16");

    @TempDir
    Path folder;

    /** What was written, with words for ids and without times and versions, as JSON. */
    private record Pass(List<String> tracks, List<String> appearances) {}

    @Test
    void filmHasTheSameTracksAndAppearances_howeverItIsProcessed() throws Exception {
        var first = pass("first", ONE_OF_EACH);
        var second = pass("second", SEVERAL);

        assertThat(first.tracks()).hasSizeGreaterThan(10);
        assertThat(first.appearances())
                .hasSizeGreaterThan(2)
                .anyMatch(appearance -> appearance.contains("\"person\":\"THE SINGER\""));
        assertThat(second.tracks()).isEqualTo(first.tracks());
        assertThat(second.appearances()).isEqualTo(first.appearances());
    }

    private Pass pass(String name, Map<String, String> settings) throws IOException {
        var film = TestPhotos.shared("video/hamilton.mp4");
        var singer = TestPhotos.shared("photos/face_recognition/lin-manuel-miranda.png");
        var environment = new HashMap<>(System.getenv());
        environment.putAll(settings);
        var data = folder.resolve(name);
        try (var pipeline = Pipeline.open(PipelineOptions.lasting(data, Stages.ALL), environment)) {
            var client = TestClient.of(
                    pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port());
            var token = client.post("/api/v1/sessions").expect(201).at("/token");
            var session = client.as(token);
            var person = upload(session, "/api/v1/people?name=Lin", singer)
                    .expect(201)
                    .at("/id");
            var job = upload(session, "/api/v1/videos?framesPerSecond=5", film)
                    .expect(202)
                    .at("/id");
            await().atMost(PATIENCE).until(() -> session.get("/api/v1/jobs/" + job + "/people")
                    .json()
                    .path("isComplete")
                    .asBoolean());
            var words = Map.of(
                    job,
                    "THE JOB",
                    person,
                    "THE SINGER",
                    SessionId.ofSecret(token).value(),
                    "THE SESSION");
            return new Pass(tracks(data, job, words), appearances(data, job, words));
        }
    }

    private static HttpAnswer upload(TestClient session, String path, Path file) throws IOException {
        return session.send("POST", path, BodyPublishers.ofFile(file), "Content-Type", "application/octet-stream");
    }

    /** Every record, in order. */
    private static List<String> tracks(Path data, String job, Map<String, String> words) {
        return TopicRecords.all(data).read(TOPICS.tracks().name()).stream()
                .filter(read -> read.key().equals(job))
                .map(read -> TwoPassesTest.<TrackUpdate>value(TOPICS.tracks(), read))
                .map(update -> comparable(update, words))
                .toList();
    }

    /** The last record of each. */
    private static List<String> appearances(Path data, String job, Map<String, String> words) {
        var latest = new HashMap<String, Appearance>();
        TopicRecords.all(data).read(TOPICS.appearances().name()).stream()
                .filter(read -> read.key().startsWith(Appearance.prefix(job)))
                .forEach(read -> latest.put(read.key(), value(TOPICS.appearances(), read)));
        return latest.values().stream()
                .sorted(Comparator.comparingLong(Appearance::number))
                .map(appearance -> comparable(appearance.at(0), words))
                .toList();
    }

    private static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> read) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
    }

    private static String comparable(Object value, Map<String, String> words) {
        try {
            var text = Mappers.JSON
                    .writeValueAsString(value)
                    // Each task of the matcher writes to the gallery when it starts.
                    .replaceAll("\"(capturedAt|galleryVersion)\":[^,}]*", "")
                    // Each pass uploads the photo anew.
                    .replaceAll("\"reference\":\"[^\"]*\"", "\"reference\":\"THE PHOTO\"");
            for (var word : words.entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
