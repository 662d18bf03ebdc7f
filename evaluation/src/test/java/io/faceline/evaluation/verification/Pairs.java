package io.faceline.evaluation.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Constructed scores. */
final class Pairs {
    private Pairs() {}

    static List<ScoredPair> same(int fold, double... scores) {
        return pairs(fold, true, scores);
    }

    static List<ScoredPair> different(int fold, double... scores) {
        return pairs(fold, false, scores);
    }

    @SafeVarargs
    static List<ScoredPair> all(List<ScoredPair>... some) {
        var all = new ArrayList<ScoredPair>();
        for (var pairs : some) {
            all.addAll(pairs);
        }
        return all;
    }

    private static List<ScoredPair> pairs(int fold, boolean isSame, double... scores) {
        return DoubleStream.of(scores)
                .mapToObj(score -> new ScoredPair(fold, isSame, score))
                .toList();
    }
}
