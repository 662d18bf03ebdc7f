package io.faceline.evaluation.verification;

import java.util.ArrayList;
import java.util.List;

/**
 * The accuracy by LFW's cross validation: each fold is evaluated at the best threshold of the others.
 *
 * @param mean mean accuracy of the folds, 0 to 1
 * @param deviation standard deviation of the folds, with n in the denominator as InsightFace reports it
 * @param threshold mean of the thresholds
 * @param folds accuracy of each fold, 0 to 1
 */
public record FoldedAccuracy(double mean, double deviation, double threshold, List<Double> folds) {
    public FoldedAccuracy {
        folds = List.copyOf(folds);
    }

    public static FoldedAccuracy of(List<ScoredPair> pairs, int folds) {
        var accuracies = new ArrayList<Double>();
        var thresholds = new ArrayList<Double>();
        for (var fold = 0; fold < folds; fold++) {
            var scored = fold;
            var threshold = BestThreshold.of(
                    pairs.stream().filter(pair -> pair.fold() != scored).toList());
            thresholds.add(threshold);
            accuracies.add(accuracy(
                    pairs.stream().filter(pair -> pair.fold() == scored).toList(), threshold));
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
