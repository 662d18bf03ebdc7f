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
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenSetRatesTest {
    @Test
    void of_searchesOfAllKinds_countsEachOnce() {
        var rates = OpenSetRates.of(
                List.of(
                        known(ADA, candidate(ADA, 0.8), candidate(BOB, 0.3)),
                        known(ADA, candidate(BOB, 0.7), candidate(ADA, 0.3)),
                        known(ADA, candidate(ADA, 0.55), candidate(BOB, 0.52)),
                        known(ADA, candidate(ADA, 0.45), candidate(BOB, 0.1)),
                        known(ADA, candidate(ADA, 0.2), candidate(BOB, 0.1)),
                        withoutFace(Optional.of(ADA)),
                        stranger(candidate(ADA, 0.6), candidate(BOB, 0.1)),
                        stranger(candidate(ADA, 0.52), candidate(BOB, 0.5)),
                        stranger(candidate(ADA, 0.45), candidate(BOB, 0.1)),
                        stranger(candidate(ADA, 0.1), candidate(BOB, 0.1))),
                DECISIONS,
                THRESHOLDS);

        assertThat(rates.strangersNamed()).isEqualTo(1);
        assertThat(rates.fpir()).isCloseTo(0.25, within(1e-9));
        assertThat(rates.knownNamedWrongly()).isEqualTo(1);
        assertThat(rates.knownUncertain()).isEqualTo(2);
        assertThat(rates.knownUnknown()).isEqualTo(2);
        assertThat(rates.fnir()).isCloseTo(5.0 / 6, within(1e-9));
    }

    @Test
    void of_noMargin_namesAmbiguousOnes() {
        var rates = OpenSetRates.of(
                List.of(known(ADA, candidate(ADA, 0.55), candidate(BOB, 0.52))),
                DECISIONS,
                ThresholdCandidate.of(THRESHOLDS, 0.5, 0));

        assertThat(rates.fnir()).isZero();
    }

    @Test
    void of_strangerWithoutFace_countsNowhere() {
        var rates = OpenSetRates.of(
                List.of(withoutFace(Optional.empty()), stranger(candidate(ADA, 0.6))), DECISIONS, THRESHOLDS);

        assertThat(rates.fpir()).isEqualTo(1);
    }

    @Test
    void of_noStrangers_hasNoFpir() {
        var rates = OpenSetRates.of(List.of(known(ADA, candidate(ADA, 0.6))), DECISIONS, THRESHOLDS);

        assertThat(rates.fpir()).isNull();
        assertThat(rates.fnir()).isZero();
    }

    @Test
    void of_emptyGallery_missesEveryone() {
        assertThat(OpenSetRates.of(List.of(known(ADA)), DECISIONS, THRESHOLDS).knownUnknown())
                .isEqualTo(1);
    }
}
