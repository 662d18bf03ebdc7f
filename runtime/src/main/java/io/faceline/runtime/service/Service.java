package io.faceline.runtime.service;

import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.Routes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;

/** What {@link ServiceMain} runs: it starts, says how it is, and closes. */
public interface Service extends HealthCheck, AutoCloseable {
    void start();

    /** Calls back, on a thread of its own, when a bug stopped the service. To be set before the start. */
    void onStop(Consumer<Throwable> callback);

    /** Offers the service's measurements. */
    void bindTo(MeterRegistry registry);

    /** What it serves over HTTP besides health and metrics. */
    default List<Routes> routes() {
        return List.of();
    }

    /** Idempotent and bounded in time. */
    @Override
    void close();
}
