package io.faceline.tracker;

import static io.faceline.tracking.TestVideo.ANNA;
import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Not this person", and its opposite. */
class CorrectionTest {
    private static final String TRACK = "job-1/0/0";

    private final TestVideo video = new TestVideo(5);
    private final TestFace lin = TestFace.at(0.2, 0.4, video.somebody()).match(LIN, 0.7, 0.9);
    private final TestFace stranger = TestFace.at(0.6, 0.4, video.somebody());
    private final TrackerFixture tracker = new TrackerFixture();
    private final RecordedOutput out = tracker.out;

    @BeforeEach
    void run() {
        tracker.known.jobIs(JobState.RUNNING);
    }

    @Test
    void nameOfAnOpenTrack_isTakenOff_andNotGivenAgain_whateverTheFramesSay() {
        tracker.frames(0, 5, lin);
        out.clear();

        tracker.known.say(TRACK, List.of(LIN), null);
        tracker.tick(Duration.ZERO);

        assertThat(out.tracks()).singleElement().satisfies(update -> {
            assertThat(update.identity().decision()).isEqualTo(Decision.UNKNOWN);
            assertThat(update.former()).isEqualTo(LIN);
            assertThat(update.identity().corrected().person()).isEqualTo(LIN);
        });
        tracker.frames(5, 30, lin);
        tracker.ticks();
        assertThat(out.frames()).flatExtracting(frame -> frame.tracks()).allSatisfy(track -> {
            assertThat(track.id()).isEqualTo(TRACK);
            assertThat(track.person()).isNull();
        });
        assertThat(out.tracks()).allMatch(update -> update.identity().person() == null);
        assertThat(only().identity().decision()).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void nameOfAnOpenTrack_isBack_onceTheCorrectionIsTakenBack() {
        tracker.frames(0, 5, lin);
        tracker.known.say(TRACK, List.of(LIN), null);
        tracker.tick(Duration.ZERO);
        tracker.frames(5, 10, lin);
        out.clear();

        tracker.known.takeBack(TRACK);
        tracker.tick(Duration.ZERO);

        assertThat(out.tracks()).singleElement().satisfies(update -> {
            assertThat(update.identity().person()).isEqualTo(LIN);
            assertThat(update.identity().corrected()).isNull();
        });
        tracker.ticks();
        assertThat(only().identity().person()).isEqualTo(LIN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endedTrackOfARunningVideo_isCorrected_andBack(boolean isRestarted) {
        tracker.frames(0, 5, lin);
        tracker.frames(5, 30);
        tracker.known.say(TRACK, List.of(LIN), null);
        tracker.tick(Duration.ZERO);
        assertThat(only().identity().decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(only().group()).isEqualTo(TRACK);

        if (isRestarted) {
            tracker.restart();
        }
        tracker.known.takeBack(TRACK);
        tracker.tick(Duration.ZERO);

        assertThat(only().identity().person()).isEqualTo(LIN);
        assertThat(only().version()).isEqualTo(tracker.video().version());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void appearanceOfACompleteVideo_isCorrected_andBack(boolean isRestarted) {
        tracker.frames(0, 5, lin);
        complete(5);
        var before = only();

        tracker.known.say(TRACK, List.of(LIN), null);
        tracker.tick(Duration.ZERO);
        assertThat(only().identity().decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(only().identity().corrected().person()).isEqualTo(LIN);
        assertThat(tracker.video().version()).isEqualTo(only().version()).isGreaterThan(before.version());
        if (isRestarted) {
            tracker.restart();
        }
        tracker.known.takeBack(TRACK);
        tracker.tick(Duration.ZERO);

        assertThat(only().identity()).isEqualTo(before.identity());
    }

    @Test
    void correctionThatWasTakenBackWhileNoTaskRan_isTakenBackAtTheStart() {
        tracker.frames(0, 5, lin);
        complete(5);
        tracker.known.say(TRACK, List.of(LIN), null);
        tracker.tick(Duration.ZERO);

        tracker.known.takeBack(TRACK);
        tracker.restart();
        tracker.tick(Duration.ZERO);

        assertThat(only().identity().person()).isEqualTo(LIN);
    }

    @Test
    void unknownPerson_isNamedByHand_inRunningAndCompleteVideos() {
        tracker.frames(0, 5, stranger);
        tracker.known.say(TRACK, List.of(), ANNA);
        tracker.tick(Duration.ZERO);
        tracker.frames(5, 10, stranger);
        tracker.ticks();

        assertThat(only().identity().person()).isEqualTo(ANNA);
        assertThat(only().identity().matches()).isZero();
        assertThat(out.frames().get(9).tracks().get(0).person()).isEqualTo(ANNA);
        complete(10);
        assertThat(only().identity().person()).isEqualTo(ANNA);
        tracker.known.takeBack(TRACK);
        tracker.tick(Duration.ZERO);
        assertThat(only().identity().decision()).isEqualTo(Decision.UNKNOWN);
    }

    @Test
    void nameGivenByHand_isGone_withThePerson() {
        tracker.frames(0, 5, stranger);
        tracker.known.say(TRACK, List.of(), ANNA);
        tracker.tick(Duration.ZERO);
        out.clear();

        tracker.known.delete(ANNA);
        tracker.tick(Duration.ZERO);
        complete(5);

        assertThat(out.tracks()).isNotEmpty().allSatisfy(update -> {
            assertThat(update.identity().person()).isNull();
            assertThat(update.former()).isNull();
        });
        assertThat(only().identity().knows(ANNA::equals)).isFalse();
        assertThat(out.shots()).isEmpty();
    }

    @Test
    void nameThatWasCorrected_isForgotten_whenThePersonIsDeleted() {
        tracker.frames(0, 5, lin);
        complete(5);
        tracker.known.say(TRACK, List.of(LIN), null);
        tracker.tick(Duration.ZERO);

        tracker.known.delete(LIN);
        tracker.tick(Duration.ZERO);
        tracker.known.takeBack(TRACK);
        tracker.tick(Duration.ZERO);

        assertThat(only().identity().knows(LIN::equals)).isFalse();
    }

    @Test
    void correctionOfAnotherSession_hasNoEffect() {
        tracker.frames(0, 5, lin);

        tracker.known.say(TrackerFixture.OTHER, TRACK, LIN);
        tracker.tick(Duration.ZERO);
        tracker.ticks();

        assertThat(only().identity().person()).isEqualTo(LIN);
    }

    @Test
    void corrections_areRemoved_withTheirVideo_andTheirSession() {
        tracker.frames(0, 5, lin);
        tracker.known.say(TRACK, List.of(LIN), null);
        complete(5);
        assertThat(out.correctionsRemoved()).isEmpty();

        tracker.known.forgetJob();
        tracker.tick(Duration.ZERO);
        assertThat(out.correctionsRemoved()).contains(Correction.key(TestVideo.SESSION, TRACK));

        out.clear();
        tracker.known.end(TestVideo.SESSION);
        tracker.tick(Duration.ZERO);
        assertThat(out.correctionsRemoved()).contains(Correction.key(TestVideo.SESSION, TRACK));
    }

    private void complete(long frames) {
        tracker.known.jobEnded(frames);
        tracker.tick(Duration.ZERO);
        assertThat(tracker.video().isComplete()).isTrue();
    }

    private Appearance only() {
        assertThat(out.appearances()).hasSize(1);
        return out.appearances().get(0);
    }
}
