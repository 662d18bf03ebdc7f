package io.faceline.evaluation.recognisability;

import io.faceline.contracts.face.Thresholds;
import io.faceline.matcher.recognisability.PairRule;
import java.util.List;

/** Whether a search names its best candidate. */
@FunctionalInterface
public interface NamingRule {
    boolean names(Found found);

    /** Similarity and margin alone, at the same threshold for every gallery. */
    static NamingRule plain(Thresholds thresholds) {
        return found -> found.best() >= thresholds.match() && hasMargin(found, thresholds.margin());
    }

    /** The similarity less the penalty of the pair and the crowd, at a threshold by the number of people. */
    static NamingRule adjusted(PairRule rule, double margin) {
        return found -> hasMargin(found, margin) && adjusted(rule, found) >= rule.match(found.people());
    }

    static double adjusted(PairRule rule, Found found) {
        var crowd = found.people() < 2 ? 0 : rule.crowd(List.of((double) found.crowd()), found.people());
        var penalty = rule.among(found.people(), rule.penalty(found.probe(), found.reference()));
        return found.best() - penalty - crowd;
    }

    private static boolean hasMargin(Found found, double margin) {
        return found.best() - found.second() >= margin;
    }
}
