package io.faceline.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoTailTest {
    private static final int DRAWN = 100_000;

    @ParameterizedTest
    @ValueSource(doubles = {-0.3, -0.05, 0, 0.2})
    void fit_valuesDrawnFromATail_recoversIt(double shape) {
        var known = new ParetoTail(shape, 0.03);
        var random = new Random(1);
        var excesses = descending(IntStream.range(0, DRAWN)
                .mapToDouble(i -> known.excess(1 - random.nextDouble()))
                .toArray());

        var fitted = ParetoTail.fit(excesses, ones(DRAWN)).orElseThrow();

        assertThat(fitted.shape()).isCloseTo(shape, within(0.02));
        assertThat(fitted.scale()).isCloseTo(0.03, within(0.001));
        assertThat(fitted.excess(1e-3)).isCloseTo(known.excess(1e-3), withinPercentage(5));
    }

    /** 1 − 0.5^0.2 = 0.1294 of the way to the end, which is at 0.03 / 0.2. */
    @Test
    void excess_isExceededWithTheProbability() {
        assertThat(new ParetoTail(-0.2, 0.03).excess(0.5)).isCloseTo(0.15 * 0.12945, within(1e-5));
        assertThat(new ParetoTail(0, 0.03).excess(Math.exp(-2))).isCloseTo(0.06, within(1e-9));
        assertThat(new ParetoTail(-0.2, 0.03).excess(1)).isZero();
    }

    @Test
    void fit_weights_areNumbersOfCopies() {
        var weighted = ParetoTail.fit(new double[] {0.5, 0.2, 0.1}, new double[] {1, 2, 0});
        var copied = ParetoTail.fit(new double[] {0.5, 0.2}, new double[] {1, 2});

        assertThat(weighted).isEqualTo(copied);
    }

    @Test
    void fit_valuesThatDoNotVary_isEmpty() {
        assertThat(ParetoTail.fit(new double[] {0, 0, 0}, ones(3))).isEmpty();
        assertThat(ParetoTail.fit(new double[] {0.3, 0.3, 0.1}, new double[] {1, 2, 0}))
                .isEmpty();
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] descending(double[] values) {
        Arrays.sort(values);
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }
}
