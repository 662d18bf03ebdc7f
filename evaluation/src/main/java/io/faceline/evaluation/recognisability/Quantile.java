package io.faceline.evaluation.recognisability;

import io.faceline.matcher.recognisability.Measures;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Quantiles of a measure over the faces of a level. */
public final class Quantile {
    private Quantile() {}

    public static double of(LevelFaces level, ToDoubleFunction<Measures> measure, double share) {
        var sorted = level.faces().stream()
                .flatMap(Optional::stream)
                .mapToDouble(face -> measure.applyAsDouble(face.measures()))
                .sorted()
                .toArray();
        return sorted[(int) Math.floor(share * (sorted.length - 1))];
    }
}
