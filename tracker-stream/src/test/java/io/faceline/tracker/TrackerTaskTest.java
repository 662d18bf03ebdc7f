package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackerTaskTest {
    private static final Instant START = TrackerFixture.START;
    private static final int WINDOW = TrackerFixture.WINDOW;
    private static final String LIVE = "webcam-1";

    private final TestFace face = TestFace.at(0.3, 0.4, new TestVideo(5).somebody());
    private final TrackerFixture tracker = new TrackerFixture();
    private final RecordedOutput out = tracker.out;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void framesOfAVideo_areTrackedInOrder_howeverTheyCome(int seed) {
        var ordered = new TrackerFixture();
        var sightings =
                new ArrayList<>(LongStream.range(0, 60).mapToObj(this::ofVideo).toList());
        sightings.forEach(ordered::send);
        assertThat(ordered.out.tracks()).isNotEmpty();

        Collections.shuffle(sightings, new Random(seed));
        sightings.addAll(sightings.subList(0, 20));
        for (var sighting : sightings) {
            tracker.send(sighting);
            tracker.restart();
        }

        assertThat(out.tracks()).isEqualTo(ordered.out.tracks());
        assertThat(out.frames()).isEqualTo(ordered.out.frames());
        tracker.ticksUntilPruned();
        assertThat(tracker.isWaiting()).isFalse();
    }

    @Test
    void framesOfAVideo_comeOutOnceEachInOrder_withTheTrackOfEachFace() {
        var other = TestFace.at(0.7, 0.4, new TestVideo(6).somebody());
        for (var sequence : List.of(2, 0, 1, 1, 4, 3, 0)) {
            tracker.send(TrackerFixture.sighting(sequence, face, other));
        }

        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(out.frames())
                .allSatisfy(frame ->
                        assertThat(frame.tracks()).extracting(FaceTrack::number).containsExactly(1L, 2L));
    }

    @Test
    void frameThatItsSenderGaveUp_isSkipped_onceALaterOneShowsIt() {
        tracker.send(ofVideo(0));
        for (var number = 2; number < 1 + WINDOW; number++) {
            tracker.send(ofVideo(number));
        }
        assertThat(out.tracks()).hasSize(1);

        tracker.send(ofVideo(1 + WINDOW));

        assertThat(out.tracks()).hasSizeGreaterThan(10);
        tracker.ticksUntilPruned();
        assertThat(tracker.isWaiting()).isFalse();
    }

    /** A crash may keep the removal and not the state of the source. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void frameThatWaited_isKeptForSomeTicks_onceItIsTracked(boolean isRestarted) {
        tracker.send(ofVideo(0));
        tracker.send(ofVideo(2));
        tracker.ticksUntilPruned();
        tracker.send(ofVideo(1));
        if (isRestarted) {
            tracker.restart();
        }
        for (var tick = 0; tick < FollowedSource.KEPT_TICKS; tick++) {
            tracker.tick(Duration.ZERO);
            assertThat(tracker.isWaiting()).isTrue();
        }

        tracker.tick(Duration.ZERO);

        assertThat(tracker.isWaiting()).isFalse();
        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(0L, 1L, 2L);
    }

    @Test
    void framesThatACrashLeft_areNotTrackedAgain() {
        tracker.send(ofVideo(0));
        tracker.send(ofVideo(1));
        var key = SourceName.of(TestVideo.SESSION, TestVideo.JOB) + "|0";
        tracker.tables.waiting().write(key, ofVideo(0));

        tracker.send(ofVideo(2 + WINDOW));

        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(0L, 1L, 2L + WINDOW);
    }

    @Test
    void framesOfALiveSource_areNotWaitedFor() {
        tracker.send(ofLive(0, START));
        tracker.send(ofLive(5, START));
        tracker.send(ofLive(3, START));

        assertThat(out.tracks()).extracting(TrackUpdate::revision).containsExactly(0L, 5L);
        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(0L, 5L);
        assertThat(out.appearances()).isEmpty();
        assertThat(out.shots()).isEmpty();
    }

    @Test
    void liveSourceThatBeginsAgain_endsItsTracks_andARepeatedFrameDoesNot() {
        tracker.send(ofLive(8, START));
        tracker.send(ofLive(8, START));
        assertThat(out.tracks()).extracting(TrackUpdate::phase).containsExactly(TrackPhase.NEW);

        tracker.send(ofLive(0, START.plusSeconds(60)));

        assertThat(out.tracks())
                .extracting(TrackUpdate::phase)
                .containsExactly(TrackPhase.NEW, TrackPhase.END, TrackPhase.NEW);
        assertThat(out.tracks().get(1).end()).isEqualTo(TrackEnd.SOURCE_RESTARTED);
    }

    @Test
    void silentSource_endsItsTracks_byTheBrokersClock() {
        tracker.send(ofLive(0, START));

        tracker.running().onTime(START.plus(TrackerTask.LIVE_SILENCE));
        assertThat(tracker.running().openTracks()).isEqualTo(1);
        tracker.tick(TrackerTask.LIVE_SILENCE);

        assertThat(out.tracks()).extracting(TrackUpdate::end).containsExactly(null, TrackEnd.SOURCE_SILENT);
        assertThat(tracker.running().openTracks()).isZero();
        tracker.tick(TrackerTask.LIVE_FORGOTTEN);
        assertThat(tracker.isEmpty()).isTrue();
    }

    /** A task that reads again after a crash may find the frame before the clock strikes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silenceOfALiveSource_endsItsTracks_whetherTheClockOrTheNextFrameShowsIt(boolean isClock) {
        var later = START.plus(TrackerTask.LIVE_SILENCE).plusMillis(500);
        tracker.send(ofLive(0, START));
        if (isClock) {
            tracker.running().onTime(later);
        }

        tracker.running().on(ofLive(1, later), later);

        assertThat(out.tracks()).extracting(TrackUpdate::end).containsExactly(null, TrackEnd.SOURCE_SILENT, null);
        assertThat(out.tracks()).extracting(TrackUpdate::number).containsExactly(1L, 1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void silenceOfAVideo_endsItsTracks_whetherTheClockOrTheNextFrameShowsIt(boolean isClock) {
        tracker.known.jobIs(JobState.RUNNING);
        var later = START.plus(TrackerTask.VIDEO_SILENCE).plusMillis(500);
        tracker.send(ofVideo(0));
        if (isClock) {
            tracker.running().onTime(later);
        }

        tracker.running().on(ofVideo(1), later);

        assertThat(out.tracks()).extracting(TrackUpdate::end).containsExactly(null, TrackEnd.SOURCE_SILENT, null);
        assertThat(out.tracks()).extracting(TrackUpdate::number).containsExactly(1L, 1L, 2L);
    }

    /** The state of a source may be kept, and not that its frame was read. */
    @Test
    void frameOfALiveSource_isNotTrackedAgain_afterTheSourceWasSilent() {
        tracker.send(ofLive(0, START));
        tracker.send(ofLive(1, START));
        tracker.tick(TrackerTask.LIVE_SILENCE);
        tracker.restart();

        tracker.send(ofLive(1, START));

        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(0L, 1L);
    }

    @Test
    void videoOfNoKnownJob_isTrackedToItsLastFrameAndErased_whenItIsSilentForLong() {
        tracker.send(ofVideo(0));
        tracker.send(ofVideo(2));
        tracker.send(ofVideo(12));

        tracker.running().onTime(START.plus(TrackerTask.VIDEO_FORGOTTEN));
        assertThat(tracker.isWaiting()).isTrue();
        tracker.tick(TrackerTask.VIDEO_FORGOTTEN);

        assertThat(out.tracks().get(out.tracks().size() - 1).last().sequence()).isEqualTo(12);
        assertThat(tracker.isEmpty()).isTrue();
    }

    @Test
    void videoThatPauses_endsItsTracks_andGoesOnInOrder() {
        tracker.known.jobIs(JobState.RUNNING);
        tracker.send(ofVideo(0));
        tracker.send(ofVideo(2));

        tracker.tick(TrackerTask.VIDEO_SILENCE);
        tracker.tick(TrackerTask.VIDEO_SILENCE);
        assertThat(out.tracks()).extracting(TrackUpdate::end).containsExactly(null, TrackEnd.SOURCE_SILENT);
        assertThat(tracker.running().openTracks()).isZero();
        tracker.send(ofVideo(1));

        assertThat(out.tracks().get(2).phase()).isEqualTo(TrackPhase.NEW);
        assertThat(out.tracks().get(2).first().sequence()).isEqualTo(1);
        tracker.ticksUntilPruned();
        assertThat(tracker.isWaiting()).isFalse();
    }

    /** Whoever may write frames of cameras chooses their source. */
    @Test
    void cameraThatUsesTheSourceOfAVideo_doesNotTouchItsTracks() {
        tracker.send(ofVideo(0));
        var video = out.tracks();

        tracker.send(TrackerFixture.sighting(new SessionId("camera:door"), TestVideo.JOB, 5_000, START, face));
        for (var number : List.of(1, 5, 2, 3, 4)) {
            tracker.send(ofVideo(number));
        }

        var ofTheVideo = out.tracks().stream()
                .filter(update -> update.session().equals(TestVideo.SESSION))
                .toList();
        assertThat(ofTheVideo).startsWith(video.toArray(TrackUpdate[]::new)).hasSize(2);
        assertThat(ofTheVideo.get(1).frames()).isEqualTo(6);
        assertThat(out.tracks())
                .filteredOn(update -> update.session().isCamera())
                .hasSize(1);
    }

    @Test
    void framesUnderTheIdOfAnothersJob_areTreatedAsLive() {
        var job = FakeKnown.job(JobState.RUNNING);
        tracker.known.add(
                new Job(job.id(), new SessionId("another"), "request", job.state(), job.startedAt(), job.changedAt()));

        tracker.send(ofVideo(3));
        tracker.send(ofVideo(7));
        tracker.ticks();
        assertThat(out.frames()).extracting(TrackedFrame::sequence).containsExactly(3L, 7L);
        tracker.tick(TrackerTask.LIVE_SILENCE);

        assertThat(out.tracks()).extracting(TrackUpdate::end).endsWith(TrackEnd.SOURCE_SILENT);
        assertThat(out.appearanceWrites()).isEmpty();
        assertThat(out.videoWrites()).isEmpty();
        tracker.tick(TrackerTask.LIVE_FORGOTTEN);
        assertThat(tracker.isEmpty()).isTrue();
    }

    @Test
    void silence_isNotMeasuredByAClockThatIsBehind() {
        tracker.send(ofLive(0, START));

        tracker.running().onTime(Instant.EPOCH);
        tracker.running().onTime(START.minus(Duration.ofDays(1)));

        assertThat(tracker.running().openTracks()).isEqualTo(1);
    }

    private Sighting ofVideo(long sequence) {
        return TrackerFixture.sighting(sequence, face);
    }

    private Sighting ofLive(long sequence, Instant capturedAt) {
        return TrackerFixture.sighting(TestVideo.SESSION, LIVE, sequence, capturedAt, face);
    }
}
