package io.faceline.evaluation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    /** The minimum has a derivative of zero by each weight, checked with another formula than the code's. */
    @Test
    void fit_endsAtTheMinimumOfThePenalisedLoss() {
        var random = new Random(1);
        var rows = new ArrayList<float[]>();
        var good = new boolean[300];
        for (var i = 0; i < good.length; i++) {
            good[i] = i % 3 == 0;
            var shift = good[i] ? 0.5 : -0.5;
            rows.add(new float[] {(float) (random.nextGaussian() + shift), (float) random.nextGaussian()});
        }

        var fitted = LogisticRegression.fit(rows, good, 0.1);

        for (var k = 0; k < fitted.length; k++) {
            var step = 1e-3;
            var higher = fitted.clone();
            var lower = fitted.clone();
            higher[k] += step;
            lower[k] -= step;
            var derivative = (loss(higher, rows, good) - loss(lower, rows, good)) / (2 * step);
            assertThat(derivative).isCloseTo(0, within(1e-3));
        }
        assertThat(fitted[0]).isGreaterThan(0.5);
        assertThat(Math.abs(fitted[1])).isLessThan(0.3);
    }

    private static double loss(double[] at, List<float[]> rows, boolean[] good) {
        var loss = (at[0] * at[0] + at[1] * at[1]) / 2;
        for (var i = 0; i < good.length; i++) {
            var sum = at[0] * rows.get(i)[0] + at[1] * rows.get(i)[1] + at[2];
            var weight = good[i] ? 1.5 : 0.75;
            loss += 0.1 * weight * Math.log(1 + Math.exp(good[i] ? -sum : sum));
        }
        return loss;
    }
}
