package io.faceline.evaluation.report;

import java.util.List;

/**
 * Quantiles of values.
 *
 * @param values in any order; {@link #values()} are sorted
 */
public record Quantiles(List<Double> values) {
    public Quantiles {
        values = values.stream().sorted().toList();
    }

    /**
     * The quantile, NaN without values.
     *
     * @param share 0 to 1
     */
    public double at(double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        return values.get((int) Math.min(values.size() - 1, Math.floor(share * values.size())));
    }

    public double median() {
        return at(0.5);
    }
}
