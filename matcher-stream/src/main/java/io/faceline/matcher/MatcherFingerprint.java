package io.faceline.matcher;

import io.faceline.contracts.identity.Fingerprint;
import io.faceline.matcher.decision.Models;
import java.util.HashMap;

/** Identifies what decides who a face is, and who may be enrolled. */
final class MatcherFingerprint {
    private MatcherFingerprint() {}

    /** @param models with their effective thresholds */
    static Fingerprint of(Models models, MatcherSettings settings) {
        var deciding = new HashMap<String, Object>();
        models.all().forEach(model -> deciding.put("model " + model.modelId(), model));
        deciding.put("candidates", settings.candidates());
        deciding.put("maxReferences", settings.maxReferences());
        deciding.put("sessionExpiry", settings.sessionExpiry());
        deciding.put("probe", settings.probe());
        deciding.put("portrait", settings.portrait());
        return Fingerprint.of(deciding);
    }
}
