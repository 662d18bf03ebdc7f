package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonDeletionTest {
    private final TestVideo video = new TestVideo(5);
    /** Not as surely a match as it is a face: without the person it has another best shot. */
    private final TestFace lin = TestFace.at(0.3, 0.4, video.somebody()).match(TestVideo.LIN, 0.7, 0.8);

    private final TestFace anna = TestFace.at(0.7, 0.4, video.somebody()).match(TestVideo.ANNA, 0.7, 0.95);
    private final TestFace likeLin = TestFace.at(0.1, 0.1, video.again(lin.embedding(), 0.7));
    private final TrackerFixture tracker = new TrackerFixture();
    private final RecordedOutput out = tracker.out;

    @BeforeEach
    void run() {
        tracker.known.jobIs(JobState.RUNNING);
    }

    @Test
    void nameInAnOpenTrack_isTakenBack_withoutTellingWhoseItWas() {
        tracker.frames(0, 5, lin, anna);
        tracker.ticks();
        out.clear();

        delete();

        assertThat(out.tracks()).hasSize(1);
        var update = out.tracks().get(0);
        assertThat(update.phase()).isEqualTo(TrackPhase.UPDATE);
        assertThat(update.identity().decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(update.former()).isNull();
        assertForgotten();
        assertThat(out.appearances().get(1).identity().person()).isEqualTo(TestVideo.ANNA);
    }

    @Test
    void facesOfADeletedPerson_staySoFromThen_inTheFramesThatFollow() {
        tracker.frames(0, 5, lin);
        delete();
        out.clear();

        tracker.frames(5, 15, lin);
        tracker.ticks();

        assertThat(out.frames()).flatExtracting(frame -> frame.tracks()).allSatisfy(track -> assertThat(track.person())
                .isNull());
        assertThat(out.tracks())
                .allSatisfy(update -> assertThat(update.identity().person()).isNull())
                .allSatisfy(update -> assertThat(update.former()).isNull());
        assertThat(out.appearances()).noneMatch(PersonDeletionTest::isOfLin);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nameInAnEndedTrackOfARunningVideo_isTakenBack(boolean isRestarted) {
        tracker.frames(0, 5, lin);
        tracker.frames(5, 20, anna);
        tracker.ticks();
        assertThat(out.appearances()).hasSize(2).anyMatch(PersonDeletionTest::isOfLin);
        out.clear();

        tracker.known.delete(TestVideo.LIN);
        if (isRestarted) {
            tracker.restart();
        }
        tracker.tick(Duration.ZERO);

        assertForgotten();
        assertThat(out.appearanceWrites()).hasSize(1);
        assertThat(out.appearanceWrites().get(0).version())
                .isEqualTo(tracker.video().version());
        tracker.known.jobEnded(20);
        tracker.tick(Duration.ZERO);
        assertForgotten();
    }

    /** Within the second after which an appearance is written again. */
    @ParameterizedTest
    @ValueSource(longs = {5, 20})
    void picturesOfATrackThatIsNamed_areErased_beforeItsAppearanceSaysWhose(long end) {
        tracker.frames(0, 1, TestFace.at(0.3, 0.4, lin.embedding()));
        tracker.frames(1, 5, lin);
        tracker.frames(5, end);
        assertThat(out.tracks())
                .last()
                .satisfies(update -> assertThat(update.identity().person()).isEqualTo(TestVideo.LIN));
        assertThat(out.appearanceWrites()).hasSize(1).noneMatch(PersonDeletionTest::isOfLin);
        assertThat(out.shots()).hasSize(3);

        delete();

        assertForgotten();
        tracker.ticks();
        assertForgotten();
    }

    @Test
    void likenessToADeletedPerson_isGone() {
        tracker.frames(0, 5, lin);
        tracker.frames(5, 20);
        tracker.frames(20, 25, likeLin);
        tracker.ticks();
        assertThat(out.appearances().get(1).like().person()).isEqualTo(TestVideo.LIN);

        delete();

        assertForgotten();
        assertThat(out.appearances().get(1).like()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nameInACompleteVideo_isTakenBack_underNewVersions(boolean isRestarted) {
        tracker.frames(0, 5, lin, anna);
        tracker.frames(5, 20);
        tracker.frames(20, 25, likeLin);
        tracker.known.jobEnded(25);
        tracker.tick(Duration.ZERO);
        var before = tracker.video();
        out.clear();

        tracker.known.delete(TestVideo.LIN);
        if (isRestarted) {
            tracker.restart();
        }
        tracker.tick(Duration.ZERO);

        assertForgotten();
        assertThat(out.appearanceWrites())
                .extracting(Appearance::version)
                .containsExactly(before.version() + 1, before.version() + 2);
        assertThat(tracker.video()).isEqualTo(before.at(before.version() + 2));
        assertThat(out.appearances().get(0).group())
                .isEqualTo(out.appearances().get(0).id());
        assertThat(out.erased())
                .containsAll(AppearancesTest.pictures(out.appearances().get(0)));
        assertThat(out.shots())
                .containsKeys(AppearancesTest.pictures(out.appearances().get(1)).toArray(String[]::new));
    }

    @Test
    void picturesOfAnAppearanceThatIsOfAnotherNow_areKept() {
        tracker.frames(0, 2, lin);
        tracker.ticks();
        assertThat(out.appearances()).allMatch(PersonDeletionTest::isOfLin);
        tracker.frames(2, 30, new TestFace(lin.box(), lin.embedding(), 0.9, anna.identification()));
        tracker.known.jobEnded(30);
        tracker.tick(Duration.ZERO);
        assertThat(out.appearances())
                .extracting(made -> made.identity().person())
                .containsExactly(TestVideo.ANNA);
        out.clear();

        delete();

        assertThat(out.isSilent()).isTrue();
        assertThat(out.shots()).hasSize(3);
    }

    @Test
    void nameInALiveSource_isTakenBack() {
        for (var sequence = 0; sequence < 3; sequence++) {
            tracker.send(TrackerFixture.sighting(TestVideo.SESSION, "webcam", sequence, TrackerFixture.START, lin));
        }
        out.clear();

        delete();

        assertThat(out.tracks())
                .extracting(update -> update.identity().person())
                .containsExactly((PersonId) null);
    }

    @Test
    void deletedPerson_isNotInTheTablesAnyMore() {
        tracker.frames(0, 5, lin);
        tracker.frames(5, 20, anna);
        tracker.frames(20, 22, lin);
        tracker.ticks();
        assertThat(kept()).contains("lin");

        delete();

        assertThat(kept()).doesNotContain("lin").contains("anna");
    }

    private String kept() {
        return List.of(tracker.tables.sources(), tracker.tables.ended(), tracker.tables.appearances()).stream()
                .map(table -> table.where(any -> true).values().toString())
                .toList()
                .toString();
    }

    private void delete() {
        tracker.known.delete(TestVideo.LIN);
        tracker.tick(Duration.ZERO);
    }

    private void assertForgotten() {
        assertThat(out.appearances()).isNotEmpty().noneMatch(PersonDeletionTest::isOfLin);
        var first = out.appearances().get(0);
        assertThat(out.erased()).containsAll(AppearancesTest.pictures(first));
        assertThat(out.shots())
                .doesNotContainKeys(AppearancesTest.pictures(first).toArray(String[]::new));
    }

    private static boolean isOfLin(Appearance appearance) {
        var like = appearance.like();
        return TestVideo.LIN.equals(appearance.identity().person())
                || (like != null && like.person().equals(TestVideo.LIN));
    }
}
