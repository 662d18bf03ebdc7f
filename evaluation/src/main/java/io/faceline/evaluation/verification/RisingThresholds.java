package io.faceline.evaluation.verification;

import java.util.ArrayList;
import java.util.List;

/** Keeps the best of thresholds that are offered in rising order. */
final class RisingThresholds {
    private final List<Double> best = new ArrayList<>();
    private long maxRight = -1;

    void offer(double threshold, long right) {
        if (right > maxRight) {
            best.clear();
            maxRight = right;
        }
        if (right == maxRight) {
            best.add(threshold);
        }
    }

    double middle() {
        return best.get(best.size() / 2);
    }
}
