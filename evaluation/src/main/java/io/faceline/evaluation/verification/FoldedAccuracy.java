package io.faceline.evaluation.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * Cross validation as LFW prescribes: each fold is judged at the threshold that was best on all others.
 *
 * @param mean of the folds, 0 to 1
 * @param deviation the standard deviation of the folds, with n in the denominator as InsightFace and others report it
 * @param threshold the mean of the thresholds
 * @param folds each one's, 0 to 1
 */
public record FoldedAccuracy(double mean, double deviation, double threshold, List<Double> folds) {
    public FoldedAccuracy {
        folds = List.copyOf(folds);
    }

    public static FoldedAccuracy of(List<ScoredPair> pairs, int folds) {
        var accuracies = new ArrayList<Double>();
        var thresholds = new ArrayList<Double>();
        for (var fold = 0; fold < folds; fold++) {
            var judged = fold;
            var threshold = BestThreshold.of(
                    pairs.stream().filter(pair -> pair.fold() != judged).toList());
            thresholds.add(threshold);
            accuracies.add(accuracy(
                    pairs.stream().filter(pair -> pair.fold() == judged).toList(), threshold));
        }
        return new FoldedAccuracy(mean(accuracies), deviation(accuracies), mean(thresholds), accuracies);
    }

    private static double accuracy(List<ScoredPair> pairs, double threshold) {
        var right = pairs.stream().filter(pair -> pair.isRightAt(threshold)).count();
        return (double) right / pairs.size();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static double deviation(List<Double> values) {
        var mean = mean(values);
        return Math.sqrt(values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
