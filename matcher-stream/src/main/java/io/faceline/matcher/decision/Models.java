package io.faceline.matcher.decision;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.MeasureReference;
import io.faceline.matcher.recognisability.Measures;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The embedding models that can be matched, with their effective thresholds. */
public final class Models implements MeasureReference {
    /** Thresholds of frames with an unknown model, which match nobody. */
    private static final Thresholds UNKNOWN_MODEL = new Thresholds(1, 1, 0, 1);

    private final Map<String, MatchingModel> byId;

    public Models(Collection<MatchingFacts> facts, ThresholdOverrides overrides) {
        byId = facts.stream()
                .map(model -> new MatchingModel(model, overrides))
                .collect(Collectors.toUnmodifiableMap(model -> model.facts().modelId(), model -> model));
    }

    public Collection<MatchingFacts> all() {
        return byId.values().stream().map(MatchingModel::facts).toList();
    }

    public Optional<MatchingFacts> find(String modelId) {
        return Optional.ofNullable(byId.get(modelId)).map(MatchingModel::facts);
    }

    /** The model of a frame that was validated before. */
    public MatchingModel of(String modelId) {
        return Optional.ofNullable(byId.get(modelId))
                .orElseThrow(() -> new IllegalStateException("unknown model: " + modelId));
    }

    /** The thresholds among so many people. */
    public Thresholds thresholds(String modelId, int people) {
        var model = byId.get(modelId);
        return model == null ? UNKNOWN_MODEL : model.scale(people).thresholds();
    }

    @Override
    public @Nullable Measures of(Reference reference) {
        var model = byId.get(reference.modelId());
        return model == null
                        || model.facts().dimension() != reference.embedding().dimension()
                ? null
                : model.measure(reference.embedding(), reference.rawLength());
    }
}
