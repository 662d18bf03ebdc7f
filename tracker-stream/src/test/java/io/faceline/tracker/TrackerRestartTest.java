package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.SentFrames;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.streams.StreamsService;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a real broker: open tracks after a restart, and on another instance. */
@Tag("slow")
class TrackerRestartTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final TrackerSettings SETTINGS = new TrackerSettings(1, 64);

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 2));
    private final TestFace face = TestFace.at(0.3, 0.4, new TestVideo(5).somebody());
    private final List<TrackUpdate> tracks = new CopyOnWriteArrayList<>();
    private final List<TrackedVideo> videos = new CopyOnWriteArrayList<>();

    @Test
    void openTracks_goOn_afterARestartAndElsewhere() throws Exception {
        TopicSetup.ensure(kafka);
        try (var reader = new TopicReader<>(
                        kafka, kafka.topics().tracks(), StartOffset.EARLIEST, read -> tracks.add(read.value()));
                var videoReader = new TopicReader<>(
                        kafka, kafka.topics().trackedVideos(), StartOffset.EARLIEST, read -> videos.add(read.value()));
                var sender = new RecordSender(kafka, "test")) {
            reader.start();
            videoReader.start();
            try (var tracker = startTracker(kafka)) {
                send(sender, 1, 0, 3, 2, 4, 5);
                awaitRevision(5);
                // It waits for those before it over the restart.
                send(sender, 8);
                assertThat(tracker.health().live()).isTrue();
            }
            try (var tracker = startTracker(kafka)) {
                send(sender, 6, 7, 10, 9);
                awaitRevision(10);
                assertThat(tracker.health().live()).isTrue();
            }
            try (var tracker = startTracker(TestBroker.anotherInstance(kafka, "two"))) {
                send(sender, 11, 12, 13, 14, 15);
                awaitRevision(15);
                sendJob(sender, 16);
                await().atMost(TIMEOUT).until(() -> videos.stream().anyMatch(TrackedVideo::isComplete));
                assertThat(tracker.health().live()).isTrue();
            }
        }

        assertThat(tracks).extracting(TrackUpdate::id).containsOnly("job-1/0/0");
        assertThat(tracks)
                .filteredOn(update -> update.phase() == TrackPhase.NEW)
                .hasSize(1);
        assertThat(tracks.get(tracks.size() - 1).frames()).isEqualTo(16);
        assertThat(videos.get(videos.size() - 1).frames()).isEqualTo(16);
    }

    private void awaitRevision(long revision) {
        await().atMost(TIMEOUT).until(() -> tracks.stream().anyMatch(update -> update.revision() == revision));
    }

    private void send(RecordSender sender, long... sequences) throws Exception {
        for (var sequence : sequences) {
            var sighting = TrackerFixture.sighting(sequence, face);
            sender.send(
                            kafka.topics().sightings(),
                            TestVideo.JOB,
                            sighting,
                            sighting.match().facts().id())
                    .get();
        }
    }

    private void sendJob(RecordSender sender, long frames) throws Exception {
        var job = FakeKnown.job(JobState.RUNNING)
                .ended(JobState.DONE, new SentFrames(frames, List.of()), TrackerFixture.START);
        sender.send(kafka.topics().jobs(), job.id(), job, null).get();
    }

    private static StreamsService startTracker(KafkaSettings kafka) {
        var tracker = TrackerMain.service(kafka, SETTINGS);
        tracker.start();
        tracker.awaitRunning(TIMEOUT);
        return tracker;
    }
}
