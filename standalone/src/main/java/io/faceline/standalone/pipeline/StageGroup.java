package io.faceline.standalone.pipeline;

import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.streams.StreamsService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The stages that run in this process. */
final class StageGroup implements HealthCheck, AutoCloseable {
    private final List<StreamsService> services;

    StageGroup(List<StreamsService> services) {
        this.services = List.copyOf(services);
    }

    static StageGroup none() {
        return new StageGroup(List.of());
    }

    void start() {
        services.forEach(StreamsService::start);
    }

    void awaitRunning(Duration timeout) {
        services.forEach(service -> service.awaitRunning(timeout));
    }

    void onStop(Consumer<Throwable> callback) {
        services.forEach(service -> service.onStop(callback));
    }

    void bindTo(MeterRegistry registry) {
        services.forEach(service -> service.bindTo(registry));
    }

    @Override
    public Health health() {
        return Health.merge(services.stream().map(StreamsService::health).toList());
    }

    @Override
    public void close() {
        ParallelClose.close(
                services.stream().<Runnable>map(service -> service::close).toList());
    }
}
