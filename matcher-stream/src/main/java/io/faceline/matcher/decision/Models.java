package io.faceline.matcher.decision;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Thresholds;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The embedding models that can be matched, with the thresholds in force. */
public final class Models {
    /** Names nobody: what is said of frames whose model is not known. */
    private static final Thresholds NAMES_NOBODY = new Thresholds(1, 1, 0, 1);

    private final Map<String, MatchingFacts> byId;

    public Models(Collection<MatchingFacts> facts, ThresholdOverrides overrides) {
        byId = facts.stream()
                .map(one -> new MatchingFacts(
                        one.modelId(), one.dimension(), overrides.over(one.thresholds()), one.calibration()))
                .collect(Collectors.toUnmodifiableMap(MatchingFacts::modelId, one -> one));
    }

    public Optional<MatchingFacts> find(String modelId) {
        return Optional.ofNullable(byId.get(modelId));
    }

    /** For the faces of a frame that was found fit for matching. */
    MatchingFacts of(String modelId) {
        return find(modelId).orElseThrow(() -> new IllegalStateException("a frame of an unknown model got here"));
    }

    public Thresholds thresholds(String modelId) {
        return find(modelId).map(MatchingFacts::thresholds).orElse(NAMES_NOBODY);
    }
}
