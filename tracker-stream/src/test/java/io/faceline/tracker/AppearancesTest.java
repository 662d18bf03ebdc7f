package io.faceline.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.tracking.TestFace;
import io.faceline.tracking.TestVideo;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppearancesTest {
    private final TestVideo video = new TestVideo(5);
    private final TestFace face = TestFace.at(0.3, 0.4, video.somebody());
    private final TrackerFixture tracker = new TrackerFixture();
    private final RecordedOutput out = tracker.out;

    @BeforeEach
    void run() {
        tracker.known.jobIs(JobState.RUNNING);
    }

    @Test
    void appearanceOfAnOpenTrack_isWrittenWhenItBegins_andEveryFewTicksIfAnythingChanged() {
        tracker.frames(0, 3, face);
        assertThat(out.appearanceWrites()).extracting(Appearance::frames).containsExactly(1L);
        assertThat(tracker.video().frames()).isEqualTo(1);
        out.clear();

        for (var tick = 1; tick < FollowedVideo.TICKS; tick++) {
            tracker.tick(Duration.ZERO);
        }
        assertThat(out.isSilent()).isTrue();
        tracker.tick(Duration.ZERO);
        assertThat(out.appearances()).hasSize(1);
        assertThat(out.appearances().get(0).isOpen()).isTrue();
        assertThat(out.appearances().get(0).frames()).isEqualTo(3);
        out.clear();
        tracker.ticks();
        assertThat(out.isSilent()).isTrue();
        tracker.frames(3, 4, face);
        tracker.ticks();

        assertThat(out.appearanceWrites()).extracting(Appearance::frames).containsExactly(4L);
        assertThat(tracker.video().frames()).isEqualTo(4);
        assertThat(tracker.video().isComplete()).isFalse();
    }

    @Test
    void versions_increaseByOneWithEachChange_sinceTheFirstTrackBegan_alsoOverARestart() {
        var other = TestFace.at(0.7, 0.4, video.somebody());
        tracker.frames(0, 3, face);
        tracker.ticks();
        tracker.frames(3, 6, face, other);
        tracker.ticks();
        tracker.restart();
        tracker.frames(6, 9, other);
        tracker.ticks();

        assertThat(out.appearanceWrites())
                .extracting(Appearance::version)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(tracker.video().version()).isEqualTo(6);
    }

    @Test
    void unknownPersonWhoIsSeenTwice_isOneGroup_andAnotherIsNot() {
        tracker.frames(0, 5, face);
        tracker.frames(5, 20);
        tracker.frames(20, 25, face, TestFace.at(0.7, 0.4, video.somebody()));
        tracker.ticks();

        var made = out.appearances();
        assertThat(made).hasSize(3);
        assertThat(made.get(0).group()).isEqualTo(made.get(0).id());
        assertThat(made.get(1).group()).isEqualTo(made.get(0).id());
        assertThat(made.get(2).group()).isEqualTo(made.get(2).id());
    }

    @Test
    void unknownPerson_isLikeAPersonWhoIsNamed_whomTheFaceResembles() {
        var lin = video.somebody();
        tracker.frames(0, 5, TestFace.at(0.3, 0.4, lin).match(TestVideo.LIN, 0.7, 0.95));
        tracker.frames(5, 20);
        tracker.frames(20, 25, TestFace.at(0.3, 0.4, video.again(lin, 0.7)));
        tracker.ticks();

        var made = out.appearances();
        assertThat(made.get(0).identity().decision()).isEqualTo(Decision.MATCH);
        assertThat(made.get(0).group()).isNull();
        assertThat(made.get(1).identity().decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(made.get(1).like().person()).isEqualTo(TestVideo.LIN);
    }

    @Test
    void pictures_areWritten_andNotAgainWhileTheirShotsAreTheSame() {
        tracker.frames(0, 5, face);
        tracker.ticks();
        assertThat(out.shots())
                .containsOnlyKeys(pictures(out.appearances().get(0)).toArray(String[]::new));
        out.clear();

        tracker.frames(5, 6, face);
        tracker.ticks();

        assertThat(out.shotWrites())
                .containsExactly(ShotPicture.key(out.appearances().get(0).key(), ShotPicture.Kind.LAST));
    }

    @Test
    void picturesOfATrack_areWrittenAgain_whenABetterFaceIsSeen() {
        tracker.frames(0, 5, face);
        tracker.ticks();
        out.clear();

        tracker.frames(5, 6, new TestFace(face.box(), face.embedding(), 1, face.identification()));
        tracker.frames(6, 7, face);
        tracker.ticks();

        assertThat(out.shotWrites())
                .containsExactlyInAnyOrder(
                        ShotPicture.key(out.appearances().get(0).key(), ShotPicture.Kind.BEST),
                        ShotPicture.key(out.appearances().get(0).key(), ShotPicture.Kind.LAST));
    }

    @Test
    void picturesOfATrackThatEnds_areWrittenAtOnce() {
        tracker.frames(0, 3, face);
        tracker.frames(3, 16);
        assertThat(out.appearanceWrites()).extracting(Appearance::isOpen).containsExactly(true);
        // Those of its first frame when it began.
        assertThat(out.shotWrites())
                .hasSize(4)
                .filteredOn(key -> key.endsWith(ShotPicture.Kind.LAST.name()))
                .hasSize(2);

        tracker.restart();
        tracker.ticks();

        assertThat(out.shots())
                .containsOnlyKeys(pictures(out.appearances().get(0)).toArray(String[]::new));
        assertThat(out.appearances()).extracting(Appearance::isOpen).containsExactly(false);
        assertThat(tracker.isErasable()).isTrue();
    }

    @Test
    void videoWithoutFaces_isWritten_withoutAppearances() {
        tracker.frames(0, 5);
        tracker.ticks();

        assertThat(tracker.video().frames()).isEqualTo(5);
        assertThat(tracker.video().version()).isZero();
        assertThat(out.appearances()).isEmpty();
    }

    static List<String> pictures(Appearance appearance) {
        return Stream.of(ShotPicture.Kind.values())
                .map(kind -> ShotPicture.key(appearance.key(), kind))
                .toList();
    }
}
