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
 * What operators are shown of a stage: how long its frames take, and what it works with. Can be used before it is bound; only
 * what happens afterwards shows. Safe for all threads.
 */
public final class StageMetrics implements MeterBinder {
    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    private final String stage;
    private final String lane;
    private final Timer timer;

    /**
     * @param stage named by its verb: detect, embed, match
     * @param lane or {@code all} where lanes meet
     */
    public StageMetrics(String stage, String lane) {
        this.stage = stage;
        this.lane = lane;
        this.timer = Metrics.histogram("faceline.stage", "Time that a stage works on a frame")
                .tag("stage", stage)
                .tag("lane", lane)
                .register(meters);
    }

    /** The same work, timed. */
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

    /** Which model the stage works with, and where it runs. */
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

    /** A number to be asked for whenever somebody looks. */
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
