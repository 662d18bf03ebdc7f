package io.faceline.standalone.evaluate;

import io.faceline.contracts.Thresholds;

/** The catalog's thresholds with another match threshold and margin. */
final class TryThresholds {
    private TryThresholds() {}

    static Thresholds of(Thresholds catalog, double match, double margin) {
        return new Thresholds(match, Math.min(catalog.uncertain(), match), margin, catalog.verify());
    }
}
