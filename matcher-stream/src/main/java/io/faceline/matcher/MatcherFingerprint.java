package io.faceline.matcher;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.runtime.settings.Fingerprint;
import java.util.Collection;
import java.util.HashMap;

/** Identifies what decides who a face is, and who may be enrolled. */
final class MatcherFingerprint {
    private MatcherFingerprint() {}

    static Fingerprint of(Collection<MatchingFacts> models, MatcherSettings settings) {
        var deciding = new HashMap<String, Object>();
        models.forEach(model -> {
            deciding.put(
                    "thresholds of " + model.modelId(), settings.thresholds().over(model.thresholds()));
            deciding.put("calibration of " + model.modelId(), model.calibration());
        });
        deciding.put("candidates", settings.candidates());
        deciding.put("maxReferences", settings.maxReferences());
        deciding.put("sessionExpiry", settings.sessionExpiry());
        deciding.put("probe", settings.probe());
        deciding.put("portrait", settings.portrait());
        return Fingerprint.of(deciding);
    }
}
