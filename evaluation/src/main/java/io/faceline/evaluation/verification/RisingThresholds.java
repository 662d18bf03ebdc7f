package io.faceline.evaluation.verification;

import java.util.ArrayList;
import java.util.List;

/** Those of the thresholds offered, in rising order, that judge most pairs right. */
final class RisingThresholds {
    private final List<Double> best = new ArrayList<>();
    private long mostRight = -1;

    void offer(double threshold, long right) {
        if (right > mostRight) {
            best.clear();
            mostRight = right;
        }
        if (right == mostRight) {
            best.add(threshold);
        }
    }

    double middle() {
        return best.get(best.size() / 2);
    }
}
