package io.faceline.evaluation.calibration;

import io.faceline.contracts.Checks;
import java.util.Optional;

/**
 * A generalised Pareto distribution of what exceeds a high value: {@code P(X > x) = (1 + shape · x / scale)^(-1 / shape)},
 * and {@code exp(-x / scale)} for a shape of 0. The tail of nearly every distribution is one (Pickands 1975).
 *
 * @param shape below 0 for a tail with an end
 * @param scale above 0
 */
record ParetoTail(double shape, double scale) {
    private static final double NEARLY_EXPONENTIAL = 1e-9;
    private static final double SAME = 1e-9;

    ParetoTail {
        Checks.require(scale > 0, "the scale of a tail must be above 0, was " + scale);
    }

    /**
     * The fit by probability weighted moments, which has a closed form and is good for few excesses and shapes up to a half
     * (Hosking and Wallis 1987).
     *
     * @param excesses by how much each value exceeds the start of the tail, largest first; not negative
     * @param weights how often each counts; as many as excesses
     * @return empty when the excesses that count do not vary
     */
    static Optional<ParetoTail> fit(double[] excesses, double[] weights) {
        var total = 0.0;
        for (var weight : weights) {
            total += weight;
        }
        var mean = 0.0;
        var weighted = 0.0;
        var above = 0.0;
        for (var i = 0; i < excesses.length; i++) {
            var exceeded = (above + weights[i] / 2) / total;
            mean += weights[i] * excesses[i] / total;
            weighted += weights[i] * excesses[i] * exceeded / total;
            above += weights[i];
        }
        if (mean - 2 * weighted <= SAME * mean) {
            return Optional.empty();
        }
        var ratio = mean / (mean - 2 * weighted);
        return Optional.of(new ParetoTail(2 - ratio, 2 * ratio * weighted));
    }

    /**
     * The excess that is exceeded with a probability.
     *
     * @param probability above 0, at most 1
     */
    double excess(double probability) {
        return Math.abs(shape) < NEARLY_EXPONENTIAL
                ? -scale * Math.log(probability)
                : scale / shape * Math.expm1(-shape * Math.log(probability));
    }
}
