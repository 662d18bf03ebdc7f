package io.faceline.evaluation.verification;

import io.faceline.evaluation.dataset.EvaluationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often pairs are accepted at every threshold. */
public final class ErrorRates {
    /** So that 0.001 of 3,000 is 3 and not the 2.9999 that floating point makes of it. */
    private static final double ROUNDING = 1e-9;

    private static final int POINTS_A_DECADE = 20;

    private final double[] same;
    private final double[] different;

    public ErrorRates(List<ScoredPair> pairs) {
        this(scores(pairs, true), scores(pairs, false));
    }

    /** Scores of pairs of one person, and of two; in any order. */
    public ErrorRates(double[] same, double[] different) {
        this.same = sorted(same);
        this.different = sorted(different);
        if (same.length == 0 || different.length == 0) {
            throw new EvaluationException("error rates need pairs of one person and pairs of two");
        }
    }

    private static double[] scores(List<ScoredPair> pairs, boolean isSame) {
        return pairs.stream()
                .filter(pair -> pair.isSame() == isSame)
                .mapToDouble(ScoredPair::score)
                .toArray();
    }

    private static double[] sorted(double[] scores) {
        var sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    int pairsOfOne() {
        return same.length;
    }

    int pairsOfTwo() {
        return different.length;
    }

    ErrorPoint at(double threshold) {
        return new ErrorPoint(
                threshold,
                (double) accepted(different, threshold) / different.length,
                1 - (double) accepted(same, threshold) / same.length);
    }

    /**
     * From the fewest false accepts that can be counted, one pair, to (nearly) all of them: every number of them to
     * {@value #POINTS_A_DECADE}, then so many points a decade.
     */
    public List<ErrorPoint> curve() {
        var points = new ArrayList<ErrorPoint>();
        for (var count = 1; count <= different.length; count = next(count)) {
            points.add(at(lowestThreshold(count)));
        }
        return points;
    }

    private static int next(int count) {
        return Math.max(count + 1, (int) (count * Math.pow(10, 1.0 / POINTS_A_DECADE)));
    }

    /**
     * The share of the pairs of one person that are accepted, 0 to 1, at the lowest threshold at which at most
     * {@code floor(far * n)} of the n pairs of two people are.
     */
    double trueAcceptRate(double far) {
        var allowed = (int) Math.floor(far * different.length + ROUNDING);
        return (double) accepted(same, lowestThreshold(allowed)) / same.length;
    }

    /** At which at most so many pairs of two people are accepted. */
    private double lowestThreshold(int allowed) {
        return allowed >= different.length ? -Double.MAX_VALUE : Math.nextUp(different[different.length - 1 - allowed]);
    }

    /** Where as many pairs of two people are accepted as pairs of one refused; between two thresholds, their mean. */
    double equalErrorRate() {
        var best = new double[] {Double.POSITIVE_INFINITY, 1};
        for (var thresholds : List.of(same, different)) {
            for (var threshold : thresholds) {
                keepCloser(best, threshold);
                keepCloser(best, Math.nextUp(threshold));
            }
        }
        return best[1];
    }

    private void keepCloser(double[] best, double threshold) {
        var falseAccepts = (double) accepted(different, threshold) / different.length;
        var falseRejects = 1 - (double) accepted(same, threshold) / same.length;
        var distance = Math.abs(falseAccepts - falseRejects);
        if (distance < best[0]) {
            best[0] = distance;
            best[1] = (falseAccepts + falseRejects) / 2;
        }
    }

    private static int accepted(double[] sorted, double threshold) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] >= threshold) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted.length - low;
    }
}
