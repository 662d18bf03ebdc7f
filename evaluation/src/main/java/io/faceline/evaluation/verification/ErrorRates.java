package io.faceline.evaluation.verification;

import io.faceline.evaluation.dataset.EvaluationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes the error rates of pairs at every threshold. */
public final class ErrorRates {
    /** Makes 0.001 of 3,000 equal 3 in spite of floating point. */
    private static final double ROUNDING = 1e-9;

    private static final int POINTS_PER_DECADE = 20;

    private final double[] same;
    private final double[] different;

    public ErrorRates(List<ScoredPair> pairs) {
        this(scores(pairs, true), scores(pairs, false));
    }

    /**
     * @param same scores of pairs of one person, in any order
     * @param different scores of pairs of two people, in any order
     */
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

    public ErrorPoint at(double threshold) {
        return new ErrorPoint(
                threshold,
                (double) accepted(different, threshold) / different.length,
                1 - (double) accepted(same, threshold) / same.length);
    }

    /**
     * Points from one false accept to (nearly) all pairs: every count up to {@value #POINTS_PER_DECADE}, then as many
     * points per decade.
     */
    public List<ErrorPoint> curve() {
        var points = new ArrayList<ErrorPoint>();
        for (var count = 1; count <= different.length; count = next(count)) {
            points.add(at(lowestThreshold(count)));
        }
        return points;
    }

    private static int next(int count) {
        return Math.max(count + 1, (int) (count * Math.pow(10, 1.0 / POINTS_PER_DECADE)));
    }

    /**
     * The share of the pairs of one person that are accepted, 0 to 1, at the lowest threshold at which at most
     * {@code floor(far * n)} of the n pairs of two people are.
     */
    double trueAcceptRate(double far) {
        return (double) accepted(same, thresholdWithin(far)) / same.length;
    }

    /**
     * The errors at the lowest threshold at which at most {@code floor(far * n)} of the n pairs of two people are accepted.
     *
     * @param far 0 to 1
     */
    public ErrorPoint within(double far) {
        return at(thresholdWithin(far));
    }

    private double thresholdWithin(double far) {
        return lowestThreshold((int) Math.floor(far * different.length + ROUNDING));
    }

    /** The lowest threshold that accepts at most {@code allowed} pairs of two people. */
    private double lowestThreshold(int allowed) {
        return allowed >= different.length ? -Double.MAX_VALUE : Math.nextUp(different[different.length - 1 - allowed]);
    }

    /** The rate at which false accepts equal false rejects; the mean of both at the closest threshold. */
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
