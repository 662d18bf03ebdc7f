package io.faceline.matcher.recognisability;

/**
 * The share of photos of enrolled people that a search finds the right person for, by the quality of the photo: clean
 * references, 500 people, photos of all degradations (docs/explanation/matching.md has the table).
 */
final class FoundShare {
    /** Middle of each interval of quality, ascending. */
    private static final double[] QUALITY = {-2.5, -1.5, -0.5, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75};

    private static final double[] SHARE = {0.001, 0.05, 0.22, 0.40, 0.49, 0.65, 0.77, 0.85, 0.87};

    private FoundShare() {}

    /** Interpolated between the middles; 0 to 1. */
    static double at(double quality) {
        if (quality <= QUALITY[0]) {
            return SHARE[0];
        }
        for (var i = 1; i < QUALITY.length; i++) {
            if (quality <= QUALITY[i]) {
                var part = (quality - QUALITY[i - 1]) / (QUALITY[i] - QUALITY[i - 1]);
                return SHARE[i - 1] + part * (SHARE[i] - SHARE[i - 1]);
            }
        }
        return SHARE[SHARE.length - 1];
    }
}
