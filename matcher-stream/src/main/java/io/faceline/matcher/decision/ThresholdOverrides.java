package io.faceline.matcher.decision;

import io.faceline.contracts.face.Thresholds;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.OptionalDouble;

/** Thresholds that override those of the catalog for all models. Cosine similarities. */
public record ThresholdOverrides(
        OptionalDouble match, OptionalDouble uncertain, OptionalDouble margin, OptionalDouble verify) {
    public static final ThresholdOverrides NONE = new ThresholdOverrides(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public static ThresholdOverrides from(Settings settings) {
        var overrides = new ThresholdOverrides(
                optional(settings, "FACELINE_MATCH_THRESHOLD", -1, 1),
                optional(settings, "FACELINE_UNCERTAIN_THRESHOLD", -1, 1),
                optional(settings, "FACELINE_MATCH_MARGIN", 0, 2),
                optional(settings, "FACELINE_VERIFY_THRESHOLD", -1, 1));
        if (overrides.uncertain.orElse(-1) > overrides.match.orElse(1)) {
            throw new SettingsException(
                    "FACELINE_UNCERTAIN_THRESHOLD must not be above FACELINE_MATCH_THRESHOLD, was \""
                            + overrides.uncertain.getAsDouble() + "\"");
        }
        return overrides;
    }

    /** Applies the overrides to a model's thresholds. The uncertain threshold is capped at the match threshold. */
    public Thresholds over(Thresholds model) {
        var effectiveMatch = match.orElse(model.match());
        return new Thresholds(
                effectiveMatch,
                Math.min(uncertain.orElse(model.uncertain()), effectiveMatch),
                margin.orElse(model.margin()),
                verify.orElse(model.verify()));
    }

    private static OptionalDouble optional(Settings settings, String name, double min, double max) {
        return settings.optional(name).isPresent()
                ? OptionalDouble.of(settings.decimal(name, min, min, max))
                : OptionalDouble.empty();
    }
}
