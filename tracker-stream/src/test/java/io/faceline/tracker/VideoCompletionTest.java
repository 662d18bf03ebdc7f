package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class VideoCompletionTest {
    private final TestFace face = TestFace.at(0.3, 0.4, new TestVideo(5).somebody());
    private final TrackerFixture tracker = new TrackerFixture();
    private final RecordedOutput out = tracker.out;

    @Test
    void video_isCompleteAtOnce_whenItsJobEndedAndAllItsFramesAreTrackedOrLost() {
        tracker.frames(0, 3, face);
        tracker.frames(4, 6, face);
        tracker.ticks();
        assertThat(out.frames()).hasSize(3);

        tracker.known.jobEnded(8, 3L, 6L, 7L);
        tracker.tick(Duration.ZERO);

        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(0L, 1L, 2L, 4L, 5L);
        assertThat(last(out.tracks()).end()).isEqualTo(TrackEnd.SOURCE_ENDED);
        assertComplete();
        assertThat(tracker.video().frames()).isEqualTo(5);
        assertThat(tracker.video().next()).isEqualTo(8);
        assertThat(tracker.video().last()).isEqualTo(5);
    }

    @Test
    void videoThatIngestStores_isCompleteAtOnce_whenTheJobTellsItsLostFrames() {
        tracker.frames(0, 3, face);
        tracker.frames(4, 6, face);

        tracker.known.add(FakeKnown.job(JobState.DONE)
                .with(JobVideo.waiting("film.mp4", "video/mp4", 1000, 5).at(6, List.of(3L)), TrackerFixture.START));
        tracker.tick(Duration.ZERO);

        assertThat(out.frames()).hasSize(5);
        assertComplete();
    }

    @Test
    void video_isNotComplete_whileItsJobRuns() {
        tracker.known.add(FakeKnown.job(JobState.RUNNING)
                .with(JobVideo.waiting("film.mp4", "video/mp4", 1000, 5).at(3, List.of()), TrackerFixture.START));
        tracker.frames(0, 3, face);

        tracker.ticks();
        tracker.tick(TrackerTask.VIDEO_FORGOTTEN);

        assertThat(tracker.video().isComplete()).isFalse();
        tracker.frames(3, 5, face);
        assertThat(out.frames()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"QUEUED", "RUNNING", "DELETED"})
    void videoWhoseLastFramesNeverCome_isComplete_whenItIsSilent(JobState state) {
        tracker.known.add(FakeKnown.job(state)
                .with(JobVideo.waiting("film.mp4", "video/mp4", 1000, 5).at(9, List.of()), TrackerFixture.START));
        tracker.frames(0, 3, face);
        tracker.send(TrackerFixture.sighting(5, face));

        tracker.running().onTime(TrackerFixture.START.plus(TrackerTask.VIDEO_SILENCE));
        assertThat(tracker.video().isComplete()).isFalse();
        tracker.tick(TrackerTask.VIDEO_SILENCE);

        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(0L, 1L, 2L, 5L);
        assertComplete();
    }

    @Test
    void videoWhoseFramesAreNotCounted_isComplete_whenItIsSilent() {
        tracker.known.jobIs(JobState.CANCELLED);
        tracker.frames(0, 3, face);

        tracker.ticks();
        assertThat(tracker.video().isComplete()).isFalse();
        tracker.tick(TrackerTask.VIDEO_SILENCE);

        assertComplete();
    }

    @Test
    void framesOfACompleteVideo_areIgnored_whenTheyComeAgain() {
        complete();
        out.clear();

        tracker.frames(0, 5, face);
        tracker.restart();
        tracker.frames(0, 7, face);
        tracker.ticks();
        tracker.tick(TrackerTask.VIDEO_FORGOTTEN);

        assertThat(out.isSilent()).isTrue();
        assertThat(tracker.running().openTracks()).isZero();
    }

    @Test
    void completeVideo_keepsItsAppearancesAndNothingElse() {
        complete();

        assertThat(tracker.tables.appearances().where(any -> true)).hasSize(1);
        assertThat(tracker.tables.videos().where(any -> true)).hasSize(1);
        assertThat(tracker.tables.sources().where(any -> true)).isEmpty();
        assertThat(tracker.tables.ended().where(any -> true)).isEmpty();
        assertThat(tracker.isWaiting()).isFalse();
    }

    /** The tables of a task are not written at one moment. */
    @ParameterizedTest
    @ValueSource(ints = {TablesSnapshot.SOURCES, TablesSnapshot.WAITING, TablesSnapshot.ENDED})
    void completeVideo_staysAsItIs_whenACrashLeftWhatWasRemoved(int table) {
        tracker.frames(0, 3, face);
        tracker.frames(3, 16);
        tracker.send(TrackerFixture.sighting(18, face));
        var before = TablesSnapshot.of(tracker.tables);
        tracker.known.jobEnded(19, 16L, 17L);
        tracker.tick(Duration.ZERO);
        assertComplete();
        out.clear();

        before.restore(table);
        tracker.restart();
        tracker.ticks();

        assertThat(out.isSilent()).isTrue();
        assertThat(tracker.tables.sources().where(any -> true)).isEmpty();
        assertThat(tracker.tables.ended().where(any -> true)).isEmpty();
        assertThat(tracker.isWaiting()).isFalse();
    }

    @Test
    void framesAfterALostOne_areTrackedOnce_whenTheTaskRestarts() {
        tracker.known.add(FakeKnown.job(JobState.RUNNING)
                .with(JobVideo.waiting("film.mp4", "video/mp4", 1000, 5).at(5, List.of(1L)), TrackerFixture.START));
        tracker.frames(0, 1, face);
        tracker.frames(2, 5, face);
        tracker.tick(Duration.ZERO);
        tracker.restart();

        tracker.frames(3, 7, face);
        tracker.known.jobEnded(7, 1L);
        tracker.tick(Duration.ZERO);

        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(0L, 2L, 3L, 4L, 5L, 6L);
        assertThat(tracker.video().frames()).isEqualTo(6);
        assertComplete();
    }

    private void complete() {
        tracker.known.jobEnded(5);
        tracker.frames(0, 5, face);
        tracker.tick(Duration.ZERO);
        assertComplete();
    }

    private void assertComplete() {
        assertThat(tracker.video().isComplete()).isTrue();
        assertThat(tracker.video().version())
                .isEqualTo(out.appearances().stream()
                        .mapToLong(Appearance::version)
                        .max()
                        .orElseThrow());
        assertThat(out.appearances()).noneMatch(Appearance::isOpen);
        assertThat(tracker.running().openTracks()).isZero();
    }

    private static TrackUpdate last(List<TrackUpdate> updates) {
        return updates.get(updates.size() - 1);
    }
}
