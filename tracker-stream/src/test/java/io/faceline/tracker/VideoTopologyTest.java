package io.faceline.tracker;

import static io.faceline.tracker.TrackerDriver.NOW;
import static io.faceline.tracker.TrackerDriver.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.SentFrames;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of a video out of the topology, and under which keys. */
class VideoTopologyTest {
    private final TestFace face =
            TestFace.at(0.3, 0.4, new TestVideo(5).somebody()).match(TestVideo.LIN, 0.7, 0.95);
    private final TrackerDriver driver = new TrackerDriver(new TrackerMetrics());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void video_isWritten_framesUnderTheJobAndTheRestUnderKeysOfTheirOwn() {
        driver.jobs().pipeInput(TestVideo.JOB, FakeKnown.job(JobState.RUNNING), NOW);
        send(1, 0, 2);
        driver.ticks();

        var frames = driver.output(TOPICS.trackedFrames()).readKeyValuesToList();
        assertThat(frames).extracting(frame -> frame.key).containsOnly(TestVideo.JOB);
        assertThat(frames).extracting(frame -> frame.value.sequence()).containsExactly(0L, 1L, 2L);
        var appearances = driver.output(TOPICS.appearances()).readKeyValuesToMap();
        assertThat(appearances)
                .hasSize(1)
                .allSatisfy((key, made) -> assertThat(key).isEqualTo(made.key()).startsWith(TestVideo.JOB + '|'));
        assertThat(driver.output(TOPICS.shots()).readKeyValuesToMap())
                .containsOnlyKeys(pictures(appearances.keySet().iterator().next()));
        assertThat(driver.output(TOPICS.trackedVideos()).readKeyValuesToMap())
                .containsOnlyKeys(TestVideo.JOB)
                .allSatisfy((job, video) -> assertThat(video.isComplete()).isFalse());
        assertThat(driver.output(TOPICS.tracks()).readKeyValuesToMap()).containsOnlyKeys(TestVideo.JOB);
    }

    @Test
    void video_isCompleteOnceItsJobEnds_andErasedOnceTheJobIsDeleted() {
        send(0);
        endJob(2, 1);
        driver.ticks();
        assertThat(last(TOPICS.trackedVideos()).value.isComplete()).isTrue();
        var appearance = last(TOPICS.appearances()).key;
        assertThat(driver.output(TOPICS.shots()).readValuesToList()).hasSize(3).doesNotContainNull();

        driver.jobs().pipeInput(TestVideo.JOB, FakeKnown.job(JobState.DELETED), NOW);
        driver.ticks();

        assertTombstones(driver.output(TOPICS.trackedVideos()).readKeyValuesToList(), TestVideo.JOB);
        assertTombstones(driver.output(TOPICS.appearances()).readKeyValuesToList(), appearance);
        assertTombstones(driver.output(TOPICS.shots()).readKeyValuesToList(), pictures(appearance));
    }

    @Test
    void completeVideo_isErased_whenItsJobIsForgotten() {
        send(0);
        endJob(1);
        driver.ticks();
        var appearance = last(TOPICS.appearances()).key;

        driver.jobs().pipeInput(TestVideo.JOB, null, NOW);
        driver.ticks();

        assertTombstones(driver.output(TOPICS.appearances()).readKeyValuesToList(), appearance);
    }

    @Test
    void nameOfAPerson_isTakenBack_onceThePersonsMarkIsRead() {
        send(0, 1, 2);
        driver.ticks();
        assertThat(last(TOPICS.appearances()).value.identity().person()).isEqualTo(TestVideo.LIN);

        var mark = DeletionMark.of(TestVideo.LIN);
        driver.input(TOPICS.people()).pipeInput(mark.value(), Person.deleted(mark, SessionId.SHARED, NOW), NOW);
        driver.ticks();

        assertThat(last(TOPICS.appearances()).value.identity().person()).isNull();
    }

    @Test
    void video_isErased_onceTheMarkOfItsSessionIsRead() {
        send(0, 1, 2);
        driver.ticks();
        var appearance = last(TOPICS.appearances()).key;

        driver.input(TOPICS.sessions())
                .pipeInput(SessionMark.ENDED.keyOf(TestVideo.SESSION), new SessionState(TestVideo.SESSION, NOW), NOW);
        driver.ticks();

        assertTombstones(driver.output(TOPICS.appearances()).readKeyValuesToList(), appearance);
    }

    private void send(long... sequences) {
        for (var sequence : sequences) {
            driver.sightings().pipeInput(TestVideo.JOB, TrackerFixture.sighting(sequence, face), NOW);
        }
    }

    private void endJob(long frames, long... lost) {
        var sent = new SentFrames(frames, LongStream.of(lost).boxed().toList());
        var job = FakeKnown.job(JobState.RUNNING).ended(JobState.DONE, sent, NOW);
        driver.jobs().pipeInput(TestVideo.JOB, job, NOW);
    }

    /** The last record of those that were not read yet. */
    private <V> KeyValue<String, V> last(Topic<V> topic) {
        var records = driver.output(topic).readKeyValuesToList();
        return records.get(records.size() - 1);
    }

    private static <V> void assertTombstones(List<KeyValue<String, V>> records, String... keys) {
        assertThat(records).extracting(read -> read.key).containsExactlyInAnyOrder(keys);
        assertThat(records).extracting(read -> read.value).containsOnlyNulls();
    }

    private static String[] pictures(String appearance) {
        return Stream.of(ShotPicture.Kind.values())
                .map(kind -> ShotPicture.key(appearance, kind))
                .toArray(String[]::new);
    }
}
