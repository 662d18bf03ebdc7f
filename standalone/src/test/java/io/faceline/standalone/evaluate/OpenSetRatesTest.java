package io.faceline.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.BoundingBox;
import io.faceline.contracts.Candidate;
import io.faceline.contracts.Face;
import io.faceline.contracts.Landmarks;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.Point;
import io.faceline.contracts.Quality;
import io.faceline.contracts.Scope;
import io.faceline.contracts.Thresholds;
import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.catalog.MatchingFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenSetRatesTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BOB = new PersonId("bob");
    private static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.4, 0.05, 0.4);
    private static final Decisions DECISIONS =
            new Decisions(new MatchingFacts("test@00000000", 2, THRESHOLDS, new Calibration(40, -20, 100)));

    @Test
    void of_searchesOfAllKinds_countsEachOnce() {
        var rates = OpenSetRates.of(
                List.of(
                        known(ADA, candidate(ADA, 0.8), candidate(BOB, 0.3)),
                        known(ADA, candidate(BOB, 0.7), candidate(ADA, 0.3)),
                        known(ADA, candidate(ADA, 0.55), candidate(BOB, 0.52)),
                        known(ADA, candidate(ADA, 0.45), candidate(BOB, 0.1)),
                        known(ADA, candidate(ADA, 0.2), candidate(BOB, 0.1)),
                        new Search(Optional.of(ADA), Optional.empty()),
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
                TryThresholds.of(THRESHOLDS, 0.5, 0));

        assertThat(rates.fnir()).isZero();
    }

    @Test
    void of_strangerWithoutFace_countsNowhere() {
        var rates = OpenSetRates.of(
                List.of(new Search(Optional.empty(), Optional.empty()), stranger(candidate(ADA, 0.6))),
                DECISIONS,
                THRESHOLDS);

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

    private static Search known(PersonId person, Candidate... candidates) {
        return new Search(Optional.of(person), Optional.of(new Search.Found(face(), List.of(candidates))));
    }

    private static Search stranger(Candidate... candidates) {
        return new Search(Optional.empty(), Optional.of(new Search.Found(face(), List.of(candidates))));
    }

    private static Candidate candidate(PersonId person, double similarity) {
        return new Candidate(person, Scope.SESSION, similarity);
    }

    private static Face face() {
        var point = new Point(0.5, 0.5);
        return new Face(
                0,
                new BoundingBox(0.4, 0.4, 0.2, 0.2),
                new Landmarks(point, point, point, point, point),
                0.9,
                new Quality(0.9, 100, 0.9, 0.5, 0, 0, 0));
    }
}
