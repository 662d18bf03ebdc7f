package io.faceline.evaluation.verification;

import io.faceline.evaluation.dataset.EvaluationException;
import java.util.Comparator;
import java.util.List;

/** Finds the threshold with the highest accuracy. */
final class BestThreshold {
    private BestThreshold() {}

    /**
     * The centre of the range between two scores. Of several equally good ranges the middle one is used, as the outer ones
     * depend on single pairs.
     */
    static double of(List<ScoredPair> pairs) {
        var sorted = pairs.stream()
                .filter(pair -> Double.isFinite(pair.score()))
                .sorted(Comparator.comparingDouble(ScoredPair::score))
                .toList();
        if (sorted.isEmpty()) {
            throw new EvaluationException("no pair can be compared: no face was found");
        }
        var candidates = new RisingThresholds();
        // Below all scores every pair is accepted, so the pairs of one person are right.
        var right = sorted.stream().filter(ScoredPair::isSame).count();
        candidates.offer(sorted.get(0).score(), right);
        for (var i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).isSame() ? -1 : 1;
            var isLast = i + 1 == sorted.size();
            if (isLast || sorted.get(i + 1).score() > sorted.get(i).score()) {
                candidates.offer(isLast ? Math.nextUp(sorted.get(i).score()) : middle(sorted, i), right);
            }
        }
        return candidates.middle();
    }

    private static double middle(List<ScoredPair> sorted, int i) {
        return (sorted.get(i).score() + sorted.get(i + 1).score()) / 2;
    }
}
