package io.faceline.evaluation.search;

import io.faceline.contracts.face.Thresholds;

/** The catalog's thresholds with another match threshold and margin. */
public final class ThresholdCandidate {
    private ThresholdCandidate() {}

    public static Thresholds of(Thresholds catalog, double match, double margin) {
        return new Thresholds(match, Math.min(catalog.uncertain(), match), margin, catalog.verify());
    }
}
