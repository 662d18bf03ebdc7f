package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all that is kept of a job or a session. */
class ErasureTest {
    private final TestVideo video = new TestVideo(5);
    private final TestFace face = TestFace.at(0.3, 0.4, video.somebody());
    private final TestFace lin = TestFace.at(0.7, 0.4, video.somebody()).match(TestVideo.LIN, 0.7, 0.95);
    private final TrackerFixture tracker = new TrackerFixture();
    private final RecordedOutput out = tracker.out;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runningVideo_isErased_whenItsJobIsDeleted(boolean isRestarted) {
        runVideo();
        var appearances = out.appearances();

        tracker.known.jobIs(JobState.DELETED);
        tick(isRestarted);

        assertErased(appearances);
        assertThat(out.tracks()).extracting(TrackUpdate::end).doesNotContain(TrackEnd.SOURCE_ENDED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void completeVideo_isErased_whenItsJobIsDeleted(boolean isRestarted) {
        completeVideo();
        var appearances = out.appearances();

        tracker.known.jobIs(JobState.DELETED);
        tick(isRestarted);

        assertErased(appearances);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void completeVideo_isErased_whenItsJobIsForgotten(boolean isRestarted) {
        completeVideo();
        var appearances = out.appearances();

        tracker.known.forgetJob();
        tick(isRestarted);

        assertErased(appearances);
    }

    @Test
    void runningVideoWhoseJobIsForgotten_isErased_onceItIsSilentForLong() {
        runVideo();
        var appearances = out.appearances();

        tracker.known.forgetJob();
        tracker.ticks();
        assertThat(out.appearances()).isNotEmpty();
        tracker.tick(TrackerTask.VIDEO_FORGOTTEN);

        assertErased(appearances);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pictures_areOfAnAppearanceThatIsKept_fromTheFirstFrameOn(boolean isRestarted) {
        tracker.known.jobIs(JobState.RUNNING);
        for (var sequence = 0; sequence < 16; sequence++) {
            tracker.send(TrackerFixture.sighting(sequence, sequence < 3 ? face : lin));
            assertThat(tracker.isErasable()).isTrue();
            if (isRestarted) {
                tracker.restart();
            }
        }
        assertThat(out.shots()).hasSize(6);
        var appearances = out.appearances();

        tracker.known.jobIs(JobState.DELETED);
        tracker.tick(Duration.ZERO);

        assertErased(appearances);
    }

    @Test
    void whatACrashLeftOfAVideo_isErased() {
        runVideo();
        var appearances = out.appearances();
        tracker.tables.sources().where(any -> true).keySet().forEach(tracker.tables.sources()::remove);
        tracker.tables.videos().remove(TestVideo.JOB);

        tracker.known.forgetJob();
        tracker.restart();
        tracker.tick(Duration.ZERO);

        assertErased(appearances);
    }

    @Test
    void videoThatWasErased_beginsAnew_whenItComesAgain() {
        for (var time = 0; time < 2; time++) {
            tracker.frames(0, 3, face);
            assertThat(out.appearances()).extracting(Appearance::version).containsExactly(1L);
            assertThat(tracker.isErasable()).isTrue();
            tracker.tick(TrackerTask.VIDEO_FORGOTTEN);
            assertThat(out.appearances()).isEmpty();
            assertThat(tracker.isEmpty()).isTrue();
        }
    }

    @Test
    void framesOfADeletedJob_areIgnored() {
        tracker.known.jobIs(JobState.DELETED);

        tracker.frames(0, 5, face);
        tracker.ticks();

        assertThat(out.isSilent()).isTrue();
        assertThat(tracker.isEmpty()).isTrue();
    }

    @Test
    void videosOfASession_areErased_whenItEnds() {
        runVideo();
        var appearances = out.appearances();

        tracker.known.end(TestVideo.SESSION);
        tracker.tick(Duration.ZERO);

        assertErased(appearances);
        out.clear();
        tracker.frames(5, 9, face);
        tracker.ticks();
        assertThat(out.isSilent()).isTrue();
        assertThat(tracker.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void completeVideosOfASession_areErased_whenItEnds(boolean isRestarted) {
        completeVideo();
        var appearances = out.appearances();

        tracker.known.end(TestVideo.SESSION);
        tick(isRestarted);

        assertErased(appearances);
    }

    @Test
    void liveSourceOfASession_ends_whenTheSessionEnds() {
        tracker.send(live(0));

        tracker.known.end(TestVideo.SESSION);
        tracker.tick(Duration.ZERO);
        tracker.send(live(1));

        assertThat(out.tracks()).extracting(TrackUpdate::end).containsExactly(null, TrackEnd.SOURCE_SILENT);
        assertThat(out.frames()).hasSize(1);
        assertThat(tracker.isEmpty()).isTrue();
    }

    @Test
    void erasedVideo_isErasedOnce() {
        completeVideo();
        tracker.known.jobIs(JobState.DELETED);
        tracker.tick(Duration.ZERO);
        out.clear();

        tracker.ticks();
        tracker.known.forgetJob();
        tracker.ticks();
        tracker.known.delete(TestVideo.LIN);
        tracker.ticks();

        assertThat(out.isSilent()).isTrue();
    }

    private Sighting live(long sequence) {
        return TrackerFixture.sighting(TestVideo.SESSION, "webcam", sequence, TrackerFixture.START, face);
    }

    /** With a track that ended, one that is open, and a frame that waits. */
    private void runVideo() {
        tracker.known.jobIs(JobState.RUNNING);
        tracker.frames(0, 5, face);
        tracker.frames(5, 20, lin);
        tracker.ticks();
        tracker.send(TrackerFixture.sighting(22, lin));
        assertThat(out.appearances()).hasSize(2);
        assertThat(tracker.isWaiting()).isTrue();
    }

    private void tick(boolean isRestarted) {
        if (isRestarted) {
            tracker.restart();
        }
        tracker.tick(Duration.ZERO);
    }

    private void completeVideo() {
        runVideo();
        tracker.known.jobEnded(23, 20L, 21L);
        tracker.tick(Duration.ZERO);
        assertThat(tracker.video().isComplete()).isTrue();
    }

    private void assertErased(List<Appearance> appearances) {
        assertThat(out.erased())
                .containsAll(appearances.stream().map(Appearance::key).toList())
                .containsAll(appearances.stream()
                        .flatMap(appearance -> AppearancesTest.pictures(appearance).stream())
                        .toList())
                .contains(TestVideo.JOB);
        assertThat(out.appearances()).isEmpty();
        assertThat(Stream.of(out.shots(), out.videos())).allMatch(Map::isEmpty);
        assertThat(tracker.isEmpty()).isTrue();
    }
}
