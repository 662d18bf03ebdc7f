package io.faceline.benchmarks.load;

import java.util.List;

/** Of figures in any order. */
record Quantiles(List<Double> sorted) {
    static Quantiles of(List<Double> figures) {
        return new Quantiles(figures.stream().sorted().toList());
    }

    /** @param share from 0 to 1; not a number when there are no figures */
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
