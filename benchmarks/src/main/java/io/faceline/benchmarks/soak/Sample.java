package io.faceline.benchmarks.soak;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the process held at a moment.
 *
 * @param frames answered until then
 */
public record Sample(long frames, Map<Quantity, Double> values) {
    public Sample {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** Collects garbage first: what only waits for that is no leak. */
    static Sample now(long frames) {
        System.gc();
        return new Sample(
                frames, Arrays.stream(Quantity.values()).collect(Collectors.toMap(Function.identity(), Quantity::now)));
    }

    double of(Quantity quantity) {
        return values.get(quantity);
    }
}
