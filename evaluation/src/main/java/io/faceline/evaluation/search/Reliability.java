package io.faceline.evaluation.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares confidences with the share of correct trials: of trials with a confidence of 0.8, 80 % should be correct.
 *
 * @param bins all bins, lowest confidence first
 * @param expectedError mean distance between confidence and share of correct trials, over all trials (expected calibration
 *     error)
 */
public record Reliability(List<Bin> bins, double expectedError) {
    private static final int BINS = 10;

    /**
     * @param from lower bound of the confidence, 0 to 1
     * @param meanConfidence 0 when the bin is empty
     * @param shareRight 0 when the bin is empty
     */
    public record Bin(double from, double to, int trials, double meanConfidence, double shareRight) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    public static Reliability of(List<ScoredTrial> trials) {
        var bins = new ArrayList<Bin>();
        var error = 0.0;
        for (var i = 0; i < BINS; i++) {
            var bin = bin(i, trials);
            bins.add(bin);
            error += Math.abs(bin.meanConfidence - bin.shareRight) * bin.trials;
        }
        return new Reliability(bins, error / trials.size());
    }

    private static Bin bin(int number, List<ScoredTrial> trials) {
        var inside = trials.stream()
                .filter(trial -> Math.min(BINS - 1, (int) (trial.confidence() * BINS)) == number)
                .toList();
        return new Bin(
                (double) number / BINS,
                (double) (number + 1) / BINS,
                inside.size(),
                inside.stream().mapToDouble(ScoredTrial::confidence).average().orElse(0),
                inside.stream()
                        .mapToDouble(trial -> trial.isRight() ? 1 : 0)
                        .average()
                        .orElse(0));
    }
}
