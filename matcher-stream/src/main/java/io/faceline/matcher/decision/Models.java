package io.faceline.matcher.decision;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Thresholds;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The embedding models that can be matched, with their effective thresholds. */
public final class Models {
    /** Thresholds of frames with an unknown model, which match nobody. */
    private static final Thresholds UNKNOWN_MODEL = new Thresholds(1, 1, 0, 1);

    private final Map<String, MatchingFacts> byId;

    public Models(Collection<MatchingFacts> facts, ThresholdOverrides overrides) {
        byId = facts.stream()
                .map(model -> model.with(overrides.over(model.thresholds())))
                .collect(Collectors.toUnmodifiableMap(MatchingFacts::modelId, model -> model));
    }

    public Collection<MatchingFacts> all() {
        return byId.values();
    }

    public Optional<MatchingFacts> find(String modelId) {
        return Optional.ofNullable(byId.get(modelId));
    }

    /** The model of a frame that was validated before. */
    MatchingFacts of(String modelId) {
        return find(modelId).orElseThrow(() -> new IllegalStateException("unknown model: " + modelId));
    }

    public Thresholds thresholds(String modelId) {
        return find(modelId).map(MatchingFacts::thresholds).orElse(UNKNOWN_MODEL);
    }
}
