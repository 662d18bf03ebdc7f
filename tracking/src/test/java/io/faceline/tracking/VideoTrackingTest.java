package io.faceline.tracking;

import static io.faceline.tracking.TestVideo.ANNA;
import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Decision;
import io.faceline.tracking.summary.PersonAppearances;
import io.faceline.tracking.summary.UncertainSighting;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VideoTrackingTest extends TrackedVideo {
    @Test
    void oneTrackWithAName_steadyFace() {
        times(10, () -> next(lin(0.4)));

        assertThat(trackIds(0)).containsOnly(1L);
        assertThat(decision(9, 0)).isEqualTo(TrackDecision.match(LIN));
        var person = tracking.summary().people().get(0);
        assertThat(person.person()).isEqualTo(LIN);
        assertThat(person.frames()).isEqualTo(10);
        assertThat(person.bestSimilarity()).isEqualTo(0.6);
        assertSpan(person.appearances().get(0), 0, 1.8);
        assertThat(tracking.summary().unknown()).isEmpty();
    }

    /** A person who is enrolled twice under one name: the better of the two changes from frame to frame. */
    @Test
    void peopleOfOneName_areNoRivalsOverTheFrames() {
        IntStream.range(0, 10)
                .forEach(n -> next(
                        n % 2 == 0
                                ? unknown(0.4, lin).matchBeside(LIN, ANNA, 0.6)
                                : unknown(0.4, lin).matchBeside(ANNA, LIN, 0.6)));

        assertThat(trackIds(0)).containsOnly(1L);
        assertThat(decision(9, 0)).isEqualTo(TrackDecision.match(LIN));
        assertThat(tracking.summary().people()).singleElement().satisfies(person -> assertThat(person.frames())
                .isEqualTo(10));
        assertThat(tracking.summary().uncertain()).isEmpty();
    }

    @Test
    void oneTrack_faceMovesByMoreThanItsWidth() {
        IntStream.range(0, 6).forEach(n -> next(lin(0.05 + 0.13 * n)));

        assertThat(trackIds(0)).containsOnly(1L);
    }

    @Test
    void nameIsKept_blurredInTheMiddle() {
        times(5, () -> next(lin(0.4)));
        times(4, () -> next(unknown(0.42, video.again(lin, 0.25)).poor()));
        times(5, () -> next(lin(0.44)));

        assertThat(trackIds(0)).containsOnly(1L);
        assertThat(decision(6, 0)).isEqualTo(TrackDecision.match(LIN));
        assertThat(out.get(6).faces().get(0).face().identification().decision()).isEqualTo(Decision.UNKNOWN);
        assertSpan(tracking.summary().people().get(0).appearances().get(0), 0, 2.6);
        assertThat(tracking.summary().people().get(0).frames()).isEqualTo(14);
    }

    @Test
    void decisionIsUncertain_onlyThePositionMatches() {
        times(5, () -> next(lin(0.4)));
        times(2, () -> next(unknown(0.4, video.unlike(lin)).poor()));
        assertThat(decision(6, 0)).isEqualTo(TrackDecision.uncertain(LIN));
        assertSpan(tracking.summary().people().get(0).appearances().get(0), 0, 0.8);

        next(lin(0.4));

        assertSpan(tracking.summary().people().get(0).appearances().get(0), 0, 1.4);
        assertThat(tracking.summary().people().get(0).frames()).isEqualTo(8);
    }

    @Test
    void trackEnds_onlyThePositionMatchesForLong() {
        times(5, () -> next(lin(0.4)));
        times(10, () -> next(unknown(0.4, video.unlike(lin)).poor()));

        assertThat(decision(14, 0)).isEqualTo(TrackDecision.UNKNOWN);
        assertSpan(tracking.summary().people().get(0).appearances().get(0), 0, 0.8);
    }

    @Test
    void namesStayWithTheirFaces_peopleCross() {
        IntStream.range(0, 9).forEach(n -> next(lin(0.1 + 0.09 * n), anna(0.82 - 0.09 * n)));

        assertThat(trackIds(0)).containsOnly(1L);
        assertThat(trackIds(1)).containsOnly(2L);
        assertThat(decision(8, 0)).isEqualTo(TrackDecision.match(LIN));
        assertThat(decision(8, 1)).isEqualTo(TrackDecision.match(ANNA));
        assertThat(tracking.summary().people()).hasSize(2);
    }

    @Test
    void strangerGetsNoName_poorAndCrossingSomebodyNamed() {
        times(5, () -> next(lin(0.4), unknown(0.43, anna)));
        next(unknown(0.41, video.unlike(lin)).poor());

        assertThat(decision(5, 0)).isEqualTo(TrackDecision.UNKNOWN);
    }

    @Test
    void strangerGetsNoName_sceneChangesAndBoxesOverlap() {
        times(5, () -> next(lin(0.4)));
        times(5, () -> next(unknown(0.405, video.again(anna, 0.8))));

        assertThat(trackIds(0)).containsExactly(1L, 1L, 1L, 1L, 1L, 2L, 2L, 2L, 2L, 2L);
        assertThat(decision(9, 0)).isEqualTo(TrackDecision.UNKNOWN);
        assertSpan(tracking.summary().people().get(0).appearances().get(0), 0, 0.8);
        assertSpan(tracking.summary().unknown().get(0).appearances().get(0), 1.0, 1.8);
    }

    @Test
    void oneTrack_brieflyMissed() {
        times(3, () -> next(lin(0.4)));
        times(8, this::next);
        times(3, () -> next(lin(0.5)));

        assertThat(out)
                .flatExtracting(frame -> frame.faces())
                .extracting(face -> face.track().number())
                .containsOnly(1L);
        assertThat(tracking.summary().people().get(0).appearances()).hasSize(1);
    }

    @Test
    void trackIsSplit_anotherNameAndAnotherFace() {
        times(5, () -> next(lin(0.4)));
        times(5, () -> next(anna(0.4)));

        assertThat(tracking.summary().people())
                .extracting(PersonAppearances::person)
                .containsExactly(LIN, ANNA);
        assertSpan(tracking.summary().people().get(1).appearances().get(0), 1.0, 1.8);
    }

    @Test
    void nameIsKept_oneFrameNamesSomebodyElse() {
        times(10, () -> next(lin(0.4)));
        next(TestFace.at(0.4, 0.4, video.again(lin, 0.8)).match(ANNA, 0.5, 0.6));
        times(10, () -> next(lin(0.4)));

        assertThat(decision(10, 0)).isEqualTo(TrackDecision.match(LIN));
        assertThat(out.get(10)
                        .faces()
                        .get(0)
                        .face()
                        .identification()
                        .candidates()
                        .get(0)
                        .person())
                .isEqualTo(ANNA);
        assertThat(tracking.summary().people())
                .extracting(PersonAppearances::person)
                .containsExactly(LIN);
        assertThat(tracking.summary().people().get(0).frames()).isEqualTo(21);
    }

    @Test
    void strangerGetsNoName_chanceHitsInALongTrack() {
        times(20, () -> next(unknown(0.4, video.again(anna, 0.8))));
        times(2, () -> next(TestFace.at(0.4, 0.4, video.again(anna, 0.8)).match(LIN, 0.5, 0.75)));
        times(20, () -> next(unknown(0.4, video.again(anna, 0.8))));

        assertThat(tracking.summary().people()).isEmpty();
        assertThat(tracking.summary().uncertain())
                .extracting(UncertainSighting::person)
                .containsExactly(LIN);
    }

    @Test
    void trackIsUncertain_oneMatchOfLowConfidence() {
        next(TestFace.at(0.4, 0.4, lin).match(LIN, 0.5, 0.6));

        assertThat(decision(0, 0)).isEqualTo(TrackDecision.uncertain(LIN));
    }

    @Test
    void trackIsUncertain_oneConfidentMatchAmongUncertainFrames() {
        times(3, () -> next(TestFace.at(0.4, 0.4, video.again(anna, 0.8)).uncertain(LIN, 0.45, 0.9)));
        next(TestFace.at(0.4, 0.4, video.again(anna, 0.8)).match(LIN, 0.5, 0.98));

        assertThat(decision(3, 0)).isEqualTo(TrackDecision.uncertain(LIN));
        assertThat(tracking.summary().people()).isEmpty();
    }

    @Test
    void trackIsNamed_oneConfidentMatchAndPoorFrames() {
        next(unknown(0.4, video.again(lin, 0.25)).poor());
        next(lin(0.4));

        assertThat(decision(1, 0)).isEqualTo(TrackDecision.match(LIN));
    }
}
