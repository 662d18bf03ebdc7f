package io.faceline.runtime.service;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.Routes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;

/** A service that {@link ServiceMain} starts, monitors and closes. */
public interface Service extends HealthCheck, AutoCloseable {
    void start();

    /**
     * Registers a callback for when a bug stops the service, called on a separate thread. Must be set before the start.
     */
    void onStop(Consumer<Throwable> callback);

    /** The topics that the service reads or writes: it needs no right on any other. */
    default List<Topic<?>> topics(Topics all) {
        return all.all();
    }

    /** Registers the metrics of the service. */
    void bindTo(MeterRegistry registry);

    /** HTTP routes in addition to health and metrics. */
    default List<Routes> routes() {
        return List.of();
    }

    /** Idempotent and bounded in time. */
    @Override
    void close();
}
