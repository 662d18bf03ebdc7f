package io.faceline.evaluation.recognisability;

import io.faceline.evaluation.recognisability.Found.Truth;
import io.faceline.matcher.recognisability.FoundShare;
import java.util.ArrayList;

/** The share of known probes that are named rightly among clean references, by the quality of the probe. */
public final class QualityCurve {
    private static final double LOWEST = -3;
    private static final double STEP = 0.5;
    private static final int BINS = 14;

    private final NamingRule rule;
    private final int[] searched = new int[BINS];
    private final int[] named = new int[BINS];

    public QualityCurve(NamingRule rule) {
        this.rule = rule;
    }

    public void add(Found found) {
        if (found.truth() != Truth.STRANGER) {
            var bin = (int) Math.floor((found.probe().quality() - LOWEST) / STEP);
            bin = Math.max(0, Math.min(BINS - 1, bin));
            searched[bin]++;
            named[bin] += found.truth() == Truth.RIGHT && rule.names(found) ? 1 : 0;
        }
    }

    int bins() {
        return BINS;
    }

    /** Lower bound of a bin; the first begins at minus infinity. */
    double from(int bin) {
        return LOWEST + bin * STEP;
    }

    int searched(int bin) {
        return searched[bin];
    }

    /** 0 to 1. */
    double share(int bin) {
        return searched[bin] == 0 ? 0 : (double) named[bin] / searched[bin];
    }

    /** Never falling, as few faces of an interval may be found less often by chance than those below it. */
    public FoundShare foundShare() {
        var shares = new ArrayList<Double>();
        var highest = 0.0;
        for (var bin = 0; bin < BINS; bin++) {
            highest = Math.max(highest, share(bin));
            shares.add(highest);
        }
        return new FoundShare(LOWEST + STEP / 2, STEP, shares);
    }
}
