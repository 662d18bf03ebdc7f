package io.faceline.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedAccuracyTest {
    @Test
    void of_foldsThatDisagree_judgesEachAtTheThresholdOfTheOther() {
        // Fold 0 alone would choose 0.4, fold 1 alone 0.7.
        var pairs = Pairs.all(
                Pairs.same(0, 0.5, 0.9), Pairs.different(0, 0.3, 0.1),
                Pairs.same(1, 0.8, 0.9), Pairs.different(1, 0.6, 0.1));

        var accuracy = FoldedAccuracy.of(pairs, 2);

        // Each loses one pair of four at the other's threshold.
        assertThat(accuracy.mean()).isCloseTo(0.75, within(1e-9));
        assertThat(accuracy.deviation()).isCloseTo(0, within(1e-9));
        assertThat(accuracy.threshold()).isCloseTo(0.55, within(1e-9));
    }

    @Test
    void of_foldsOfUnequalAccuracy_tellsTheirDeviation() {
        var pairs = Pairs.all(
                Pairs.same(0, 0.8, 0.9), Pairs.different(0, 0.1, 0.2),
                Pairs.same(1, 0.8, 0.9), Pairs.different(1, 0.1, 0.95));

        var accuracy = FoldedAccuracy.of(pairs, 2);

        assertThat(accuracy.mean()).isCloseTo(0.875, within(1e-9));
        assertThat(accuracy.deviation()).isCloseTo(0.125, within(1e-9));
    }

    @Test
    void of_pairsWithoutFaces_countsThemAsErrors() {
        var missing = List.of(ScoredPair.withoutFace(0, true), ScoredPair.withoutFace(1, false));
        var pairs = Pairs.all(
                Pairs.same(0, 0.9), Pairs.different(0, 0.1), Pairs.same(1, 0.9), Pairs.different(1, 0.1), missing);

        assertThat(FoldedAccuracy.of(pairs, 2).mean()).isCloseTo(2.0 / 3, within(1e-9));
    }
}
