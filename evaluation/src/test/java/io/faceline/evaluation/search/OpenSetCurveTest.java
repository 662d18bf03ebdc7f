package io.faceline.evaluation.search;

import static io.faceline.evaluation.search.Searches.ADA;
import static io.faceline.evaluation.search.Searches.BOB;
import static io.faceline.evaluation.search.Searches.DECISIONS;
import static io.faceline.evaluation.search.Searches.THRESHOLDS;
import static io.faceline.evaluation.search.Searches.candidate;
import static io.faceline.evaluation.search.Searches.known;
import static io.faceline.evaluation.search.Searches.stranger;
import static io.faceline.evaluation.search.Searches.withoutFace;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.evaluation.verification.ErrorPoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenSetCurveTest {
    private static final List<Search> SEARCHES = List.of(
            known(ADA, candidate(ADA, 0.8)),
            known(BOB, candidate(BOB, 0.45)),
            known(ADA, candidate(BOB, 0.9)),
            withoutFace(Optional.of(ADA)),
            stranger(candidate(ADA, 0.6)),
            stranger(candidate(BOB, 0.3)),
            withoutFace(Optional.empty()));

    @Test
    void of_searchesOfAllKinds_missesWrongNamesAndMissingFacesAtAnyThreshold() {
        var curve = OpenSetCurve.of(SEARCHES, OpenSetRates.of(SEARCHES, DECISIONS, THRESHOLDS));

        assertThat(curve.points())
                .containsExactly(new ErrorPoint(Math.nextUp(0.3), 0.5, 0.5), new ErrorPoint(-Double.MAX_VALUE, 1, 0.5));
    }

    @Test
    void of_anyThreshold_agreesWithTheMatchersDecisions() {
        var curve = OpenSetCurve.of(SEARCHES, OpenSetRates.of(SEARCHES, DECISIONS, THRESHOLDS));

        assertThat(curve.points()).allSatisfy(point -> {
            var decided = OpenSetRates.of(
                    SEARCHES, DECISIONS, ThresholdCandidate.of(THRESHOLDS, Math.max(-1, point.threshold()), 0));
            assertThat(decided.fpir()).isEqualTo(point.falsePositive());
            assertThat(decided.fnir()).isEqualTo(point.falseNegative());
        });
    }
}
