package io.faceline.evaluation.degradation;

import static io.faceline.evaluation.search.Searches.ADA;
import static io.faceline.evaluation.search.Searches.BOB;
import static io.faceline.evaluation.search.Searches.DECISIONS;
import static io.faceline.evaluation.search.Searches.THRESHOLDS;
import static io.faceline.evaluation.search.Searches.candidate;
import static io.faceline.evaluation.search.Searches.known;
import static io.faceline.evaluation.search.Searches.stranger;
import static io.faceline.evaluation.search.Searches.withoutFace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.Search;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LevelRatesTest {
    @Test
    void of_searchesOfAllKinds_countsNamesAndFaces() {
        var rates = rates(List.of(
                known(ADA, candidate(ADA, 0.8)),
                known(ADA, candidate(BOB, 0.7)),
                known(ADA, candidate(ADA, 0.45)),
                stranger(candidate(BOB, 0.6)),
                stranger(0.1, candidate(BOB, 0.6)),
                stranger(),
                withoutFace(Optional.of(ADA)),
                withoutFace(Optional.empty())));

        assertThat(rates.photos()).isEqualTo(8);
        assertThat(rates.facesFound()).isEqualTo(6);
        assertThat(rates.rightNames()).isEqualTo(1);
        assertThat(rates.falseNames()).isEqualTo(3);
        assertThat(rates.falseNamesWithReasons()).isEqualTo(1);
        assertThat(rates.rightNamesWithReasons()).isZero();
    }

    @Test
    void of_confidences_areMeansOfTheFacesFound() {
        // The calibration is 1/2 at 0.5 and nearly 1 at 0.9.
        var rates = rates(List.of(
                known(ADA, candidate(ADA, 0.9)),
                known(ADA, candidate(BOB, 0.5)),
                stranger(candidate(BOB, 0.5)),
                stranger()));

        assertThat(rates.knownConfidence()).isCloseTo(0.75, within(1e-6));
        assertThat(rates.strangerConfidence()).isCloseTo(0.25, within(1e-6));
    }

    private static LevelRates rates(List<Search> searches) {
        return LevelRates.of(
                "much",
                searches.size(),
                AnsweredSearch.of(searches, DECISIONS, THRESHOLDS),
                OpenSetRates.of(searches, DECISIONS, THRESHOLDS));
    }
}
