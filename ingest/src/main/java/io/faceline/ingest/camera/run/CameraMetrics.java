package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraCondition;
import io.faceline.runtime.metrics.Metrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts over all cameras of a process. Thread-safe. */
public final class CameraMetrics implements MeterBinder {
    private final CompositeMeterRegistry registries = new CompositeMeterRegistry();
    private final Collection<CameraRun> runs = ConcurrentHashMap.newKeySet();
    private final LongAdder reconnects = new LongAdder();
    private final Timer delay = Metrics.histogram(
                    "faceline.cameras.delay", "Time from the arrival of a camera's picture to the answer to its frame")
            .register(registries);

    void started(CameraRun run) {
        runs.add(run);
    }

    void ended(CameraRun run) {
        runs.remove(run);
    }

    void reconnected() {
        reconnects.increment();
    }

    void answered(Duration sinceArrival) {
        delay.record(sinceArrival);
        ended("answered", "");
    }

    /** @param outcome answered, dropped or failed */
    void ended(String outcome, String reason) {
        registries
                .counter("faceline.cameras.frames", "outcome", outcome, "reason", reason)
                .increment();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        registries.add(registry);
        for (var condition : CameraCondition.values()) {
            if (condition != CameraCondition.UNKNOWN) {
                Gauge.builder("faceline.cameras", runs, all -> count(all, condition))
                        .description("Cameras that this instance owns, by what they do")
                        .tag("condition", condition.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
        FunctionCounter.builder("faceline.cameras.reconnects", reconnects, LongAdder::sum)
                .description("How often cameras were opened again")
                .register(registry);
    }

    private static double count(Collection<CameraRun> runs, CameraCondition condition) {
        return Set.copyOf(runs).stream()
                .filter(run -> run.condition() == condition)
                .count();
    }
}
