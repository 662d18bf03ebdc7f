package io.faceline.evaluation.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceline.evaluation.dataset.EvaluationException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {
    @Test
    void trueAcceptRate_fewerThanOneFalseAcceptAllowed_allowsNone() {
        var rates = new ErrorRates(Pairs.all(Pairs.same(0, 0.9, 0.5, 0.3), Pairs.different(0, 0.5, 0.1, 0.2)));

        // A third would be one, 0.3 of three is none: the same pair at 0.5 falls with the different one.
        assertThat(rates.trueAcceptRate(0.3)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(rates.trueAcceptRate(1.0 / 3)).isCloseTo(1, within(1e-9));
    }

    @Test
    void trueAcceptRate_productThatFloatingPointMissesByAHair_isNotRoundedDown() {
        // 0.07 * 100 is 7.000000000000001, 0.29 * 100 is 28.999999999999996.
        var different = IntStream.range(0, 100).mapToDouble(i -> i / 1000.0).toArray();
        var rates = new ErrorRates(Pairs.all(Pairs.same(0, 0.0705), Pairs.different(0, different)));

        assertThat(rates.trueAcceptRate(0.29)).isEqualTo(1);
        assertThat(rates.trueAcceptRate(0.28)).isEqualTo(0);
    }

    @Test
    void trueAcceptRate_everythingAllowed_stillMissesPairsWithoutFace() {
        var rates = new ErrorRates(
                Pairs.all(Pairs.same(0, 0.9), Pairs.different(0, 0.1), List.of(ScoredPair.withoutFace(0, true))));

        assertThat(rates.trueAcceptRate(1)).isEqualTo(0.5);
    }

    @Test
    void trueAcceptRate_differentPairWithoutFace_usesUpTheAllowance() {
        var rates = new ErrorRates(
                Pairs.all(Pairs.same(0, 0.9, 0.2), Pairs.different(0, 0.3), List.of(ScoredPair.withoutFace(0, false))));

        assertThat(rates.trueAcceptRate(0.5)).isEqualTo(0.5);
        assertThat(rates.trueAcceptRate(0.4)).isEqualTo(0);
    }

    @Test
    void within_rate_isTheLowestThresholdThatKeepsIt() {
        var rates = new ErrorRates(new double[] {0.9, 0.5, 0.35, 0.3}, new double[] {0.4, 0.3, 0.2, 0.1});

        var point = rates.within(0.25);

        assertThat(point.threshold()).isEqualTo(Math.nextUp(0.3));
        assertThat(point.falsePositive()).isEqualTo(0.25);
        assertThat(point.falseNegative()).isEqualTo(0.25);
        assertThat(rates.at(0.3).falsePositive()).isEqualTo(0.5);
    }

    @Test
    void equalErrorRate_separablePairs_isZero() {
        var rates = new ErrorRates(Pairs.all(Pairs.same(0, 0.6, 0.9), Pairs.different(0, 0.1, 0.2)));

        assertThat(rates.equalErrorRate()).isEqualTo(0);
    }

    @Test
    void equalErrorRate_oneOfFourOnEitherSideOutOfPlace_isAQuarter() {
        var rates =
                new ErrorRates(Pairs.all(Pairs.same(0, 0.2, 0.7, 0.8, 0.9), Pairs.different(0, 0.1, 0.15, 0.3, 0.75)));

        assertThat(rates.equalErrorRate()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void curve_fourPairsOfTwo_hasAPointForEach() {
        var rates = new ErrorRates(new double[] {0.2, 0.8, 0.9, 0.7}, new double[] {0.3, 0.75, 0.1, 0.15});

        assertThat(rates.curve())
                .containsExactly(
                        new ErrorPoint(Math.nextUp(0.3), 0.25, 0.25),
                        new ErrorPoint(Math.nextUp(0.15), 0.5, 0),
                        new ErrorPoint(Math.nextUp(0.1), 0.75, 0),
                        new ErrorPoint(-Double.MAX_VALUE, 1, 0));
    }

    @Test
    void curve_manyPairs_isThinnedButReachesAllOfThem() {
        var different =
                IntStream.range(0, 10_000).mapToDouble(i -> i / 20_000.0).toArray();

        var curve = new ErrorRates(new double[] {0.9}, different).curve();

        assertThat(curve).hasSizeBetween(50, 90);
        assertThat(curve.get(0).falsePositive()).isEqualTo(1e-4);
        assertThat(curve.get(curve.size() - 1).falsePositive()).isCloseTo(1, within(0.11));
    }

    @Test
    void new_withoutPairsOfTwoPeople_saysWhatIsMissing() {
        assertThatThrownBy(() -> new ErrorRates(Pairs.same(0, 0.5))).isInstanceOf(EvaluationException.class);
    }
}
