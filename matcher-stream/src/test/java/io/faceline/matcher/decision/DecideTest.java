package io.faceline.matcher.decision;

import static io.faceline.matcher.MatcherFixtures.FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.QualityLimits;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecideTest {
    private static final QualityLimits LIMITS = new QualityLimits(40, 0.3, 0.2, 45, 30, 0.7);

    private final Decide decide = new Decide(LIMITS, 2);

    @Test
    void match_needsThresholdAndMargin() {
        var identification = decide(0.50, 0.44);

        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
        assertThat(identification.reasons()).isEmpty();
        assertThat(identification.confidence()).isEqualTo(FACTS.calibration().confidence(0.50));
    }

    @Test
    void smallMargin_isUncertain() {
        var identification = decide(0.60, 0.56);

        assertThat(identification.decision()).isEqualTo(Decision.UNCERTAIN);
        assertThat(identification.reasons()).containsExactly(Reason.AMBIGUOUS_MARGIN);
    }

    @Test
    void namesakeWithinTheMargin_isAReasonAndNoRival() {
        var first = new Candidate(new PersonId("p0"), Scope.SHARED, 0.60);
        var namesake = new Candidate(new PersonId("p1"), Scope.SHARED, 0.56);

        var identification = decide.decide(
                TestFaces.face(TestFaces.GOOD),
                Scale.of(FACTS),
                new Ranking(List.of(first, namesake), null, namesake),
                false);

        assertThat(identification.decision()).isEqualTo(Decision.MATCH);
        assertThat(identification.reasons()).containsExactly(Reason.SAME_NAME);
    }

    @Test
    void belowMatch_isUncertainInTheBand_andUnknownBelowIt() {
        assertThat(decide(0.49).decision()).isEqualTo(Decision.UNCERTAIN);
        assertThat(decide(0.40).reasons()).containsExactly(Reason.BELOW_THRESHOLD);
        assertThat(decide(0.39).decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(decide(0.39).reasons()).containsExactly(Reason.BELOW_THRESHOLD);
    }

    @Test
    void emptyGallery_hasNoNumbers() {
        var identification = decide();

        assertThat(identification).isEqualTo(new Identification(Decision.UNKNOWN, List.of(), null, null, List.of()));
    }

    @Test
    void candidates_areLimited() {
        assertThat(decide(0.6, 0.5, 0.4).candidates()).hasSize(2);
    }

    @Test
    void everyShortcomingOfTheFace_isAReason() {
        var bad = new Quality(0.1, 39, 0.29, 0.19, -46, 0, 0);

        var identification = decide.decide(
                TestFaces.face(0, TestFaces.CENTER, 0.69, bad), Scale.of(FACTS), Ranking.of(List.of()), true);

        assertThat(identification.reasons())
                .containsExactly(
                        Reason.SMALL_FACE,
                        Reason.LOW_SHARPNESS,
                        Reason.EXTREME_POSE,
                        Reason.LOW_BRIGHTNESS,
                        Reason.LOW_CONFIDENCE,
                        Reason.STALE_GALLERY);
    }

    @Test
    void pitch_isPoseToo() {
        var up = new Quality(0.1, 100, 0.5, 0.5, 0, 31, 90);

        assertThat(LIMITS.missedBy(TestFaces.face(up))).containsExactly(Reason.EXTREME_POSE);
    }

    private Identification decide(double... similarities) {
        var candidates = new ArrayList<Candidate>();
        for (var similarity : similarities) {
            candidates.add(new Candidate(new PersonId("p" + candidates.size()), Scope.SHARED, similarity));
        }
        Face face = TestFaces.face(TestFaces.GOOD);
        return decide.decide(face, Scale.of(FACTS), Ranking.of(candidates), false);
    }
}
