package io.faceline.benchmarks.soak;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The metrics at one time.
 *
 * @param frames number of frames answered so far
 */
public record Sample(long frames, Map<ProcessMetric, Double> values) {
    public Sample {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** Takes a sample after a garbage collection, so that garbage does not look like a leak. */
    static Sample now(long frames) {
        System.gc();
        return new Sample(
                frames,
                Arrays.stream(ProcessMetric.values())
                        .collect(Collectors.toMap(Function.identity(), ProcessMetric::now)));
    }

    double of(ProcessMetric metric) {
        return values.get(metric);
    }
}
