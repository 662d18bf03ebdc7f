package io.faceline.runtime.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Metrics of a stage: processing time per frame, and the model in use. May be used before it is bound, but records only
 * what happens afterwards. Thread-safe.
 */
public final class StageMetrics implements MeterBinder {
    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    private final String stage;
    private final String lane;
    private final Timer timer;

    /**
     * @param stage verb of the stage: detect, embed, match
     * @param lane the lane, or {@code all} if the stage serves both
     */
    public StageMetrics(String stage, String lane) {
        this.stage = stage;
        this.lane = lane;
        this.timer = Metrics.histogram("faceline.stage", "Time that a stage works on a frame")
                .tag("stage", stage)
                .tag("lane", lane)
                .register(meters);
    }

    /** The same function, timed. */
    public <I, O> Function<I, O> timed(Function<I, O> work) {
        return input -> time(() -> work.apply(input));
    }

    public <T> T time(Supplier<T> work) {
        var sample = Timer.start();
        try {
            return work.get();
        } finally {
            sample.stop(timer);
        }
    }

    /** Registers the model of the stage and its execution provider. */
    public StageMetrics model(String id, String provider) {
        Gauge.builder("faceline.model", () -> 1)
                .description("The model that a stage works with; always 1")
                .tag("stage", stage)
                .tag("lane", lane)
                .tag("model", id)
                .tag("provider", provider)
                .register(meters);
        return this;
    }

    /** Registers a gauge. */
    public <T> StageMetrics number(String name, String description, T of, ToDoubleFunction<T> number) {
        Gauge.builder(name, of, number)
                .description(description)
                .strongReference(true)
                .register(meters);
        return this;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters.add(registry);
    }
}
