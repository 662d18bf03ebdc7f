package io.faceline.systemtests.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.kafka.TopicRecords;
import io.faceline.vision.video.TestVideos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody stands still for half a minute before cameras that pass on what is still once a second. */
@Tag("slow")
class StillFaceTest {
    private static final String ADMIN = "an admin's long token";
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SECONDS = 30;

    @TempDir
    Path data;

    @TempDir
    Path films;

    @Test
    void stillFace_staysOneTrack_reportedEachSecond_withItsPicture() throws Exception {
        var film = film();
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_CAMERA_FILES", films.toRealPath().toString());
        try (var pipeline = Pipeline.open(PipelineOptions.lasting(data, Stages.ALL), environment)) {
            var admin = TestClient.of(
                            pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port())
                    .as(ADMIN);
            var cameras = new DefinedCameras(admin);
            var address = "file://" + film;
            cameras.add("slow", address, Map.of("framesPerSecond", 1, "motionGate", true));
            cameras.add("quick", address, Map.of("framesPerSecond", 5, "motionGate", true));

            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
                            List.of("slow", "quick"))
                    .allSatisfy(
                            camera -> assertThat(seconds(firstTrack(camera))).isGreaterThan(SECONDS - 4)));

            for (var camera : List.of("slow", "quick")) {
                assertReportedEachSecond(firstTrack(camera));
                assertPictured(camera);
            }
        }
    }

    private Path film() throws Exception {
        var still = Files.write(films.resolve("still.jpg"), CameraFilms.still("again", 2, films));
        var inputs = List.of("-loop", "1", "-framerate", "10", "-t", "" + SECONDS, "-i", still.toString());
        return TestVideos.make(films.resolve("still.mkv"), inputs, "-c:v", "mpeg4", "-q:v", "3")
                .toRealPath();
    }

    private List<TrackUpdate> firstTrack(String camera) {
        return of(TOPICS.tracks(), camera).stream()
                .map(read -> value(TOPICS.tracks(), read))
                .filter(update -> update.number() == 1)
                .toList();
    }

    private static double seconds(List<TrackUpdate> track) {
        return track.isEmpty()
                ? 0
                : track.get(track.size() - 1).last().seconds()
                        - track.get(0).first().seconds();
    }

    /** Of which one may have failed on a busy machine. */
    private static void assertReportedEachSecond(List<TrackUpdate> track) {
        for (var i = 1; i < track.size(); i++) {
            assertThat(track.get(i).last().seconds() - track.get(i - 1).last().seconds())
                    .isLessThan(2.2);
        }
    }

    private void assertPictured(String camera) {
        var pictures = of(TOPICS.alerting().trackShots(), camera).stream()
                .map(read -> value(TOPICS.alerting().trackShots(), read))
                .toList();
        assertThat(firstTrack(camera)).allSatisfy(update -> assertThat(pictures)
                .filteredOn(picture -> picture.track().equals(update.id()))
                .extracting(TrackPicture::frame)
                .contains(update.shot().frame()));
    }

    private <V> List<ConsumerRecord<String, byte[]>> of(Topic<V> topic, String camera) {
        return TopicRecords.all(data).read(topic.name()).stream()
                .filter(read -> read.value() != null && read.key().contains(camera))
                .toList();
    }

    private static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> read) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
    }
}
