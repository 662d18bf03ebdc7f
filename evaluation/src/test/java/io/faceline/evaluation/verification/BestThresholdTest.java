package io.faceline.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceline.evaluation.dataset.EvaluationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestThresholdTest {
    @Test
    void of_separablePairs_liesHalfwayBetweenThem() {
        var pairs = Pairs.all(Pairs.same(0, 0.6, 0.9), Pairs.different(0, 0.1, 0.2));

        assertThat(BestThreshold.of(pairs)).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void of_onePairOutOfPlace_paysForIt() {
        var pairs = Pairs.all(Pairs.same(0, 0.15, 0.6, 0.7), Pairs.different(0, 0.1, 0.2, 0.3));

        assertThat(BestThreshold.of(pairs)).isCloseTo(0.45, within(1e-9));
    }

    @Test
    void of_onlyDifferentPairs_acceptsNone() {
        assertThat(BestThreshold.of(Pairs.different(0, 0.1, 0.2))).isGreaterThan(0.2);
    }

    @Test
    void of_onlySamePairs_acceptsAll() {
        assertThat(BestThreshold.of(Pairs.same(0, 0.1, 0.2))).isLessThanOrEqualTo(0.1);
    }

    @Test
    void of_pairsWithoutFaces_doNotMoveIt() {
        var missing = List.of(ScoredPair.withoutFace(0, true), ScoredPair.withoutFace(0, false));
        var pairs = Pairs.all(Pairs.same(0, 0.6), Pairs.different(0, 0.2), missing);

        assertThat(BestThreshold.of(pairs)).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void of_noFaceAtAll_saysSo() {
        assertThatThrownBy(() -> BestThreshold.of(List.of(ScoredPair.withoutFace(0, true))))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("no face was found");
    }
}
