package io.faceline.benchmarks.load;

import java.util.List;

/** Quantiles of values. */
record Quantiles(List<Double> sorted) {
    static Quantiles of(List<Double> values) {
        return new Quantiles(values.stream().sorted().toList());
    }

    /**
     * The quantile, NaN without values.
     *
     * @param share 0 to 1
     */
    double at(double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    double median() {
        return at(0.5);
    }
}
