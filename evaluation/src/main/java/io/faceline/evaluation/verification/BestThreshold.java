package io.faceline.evaluation.verification;

import io.faceline.evaluation.dataset.EvaluationException;
import java.util.Comparator;
import java.util.List;

/** The threshold that judges most pairs right. */
final class BestThreshold {
    private BestThreshold() {}

    /**
     * Halfway through the range in which no pair changes sides; where several ranges are equally good, the middle one of
     * them: the most similar and the least similar would both lean on a single pair.
     */
    static double of(List<ScoredPair> pairs) {
        var sorted = pairs.stream()
                .filter(pair -> Double.isFinite(pair.score()))
                .sorted(Comparator.comparingDouble(ScoredPair::score))
                .toList();
        if (sorted.isEmpty()) {
            throw new EvaluationException("no pair could be compared: not one face was found");
        }
        var candidates = new RisingThresholds();
        // Below all: everything is accepted, the pairs of one person are right.
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
