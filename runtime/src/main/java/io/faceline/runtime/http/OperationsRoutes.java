package io.faceline.runtime.http;

import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The routes for operators that every service has: health and metrics. */
final class OperationsRoutes implements Routes {
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final List<HealthCheck> checks;
    private final MeterRegistry registry;

    OperationsRoutes(List<HealthCheck> checks, MeterRegistry registry) {
        this.checks = List.copyOf(checks);
        this.registry = registry;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health", context -> health(context, health -> health.live() && health.ready()));
        routes.get("/health/live", context -> health(context, Health::live));
        routes.get("/health/ready", context -> health(context, Health::ready));
        if (registry instanceof PrometheusMeterRegistry prometheus) {
            routes.get("/metrics", context -> context.contentType(PROMETHEUS_TEXT)
                    .result(scrape(prometheus, Set.copyOf(context.queryParams("name[]")))));
        }
    }

    /** @param names metrics to include, as in Prometheus' own clients; all if empty */
    private static String scrape(PrometheusMeterRegistry prometheus, Set<String> names) {
        return names.isEmpty() ? prometheus.scrape(PROMETHEUS_TEXT) : prometheus.scrape(PROMETHEUS_TEXT, names);
    }

    private void health(Context context, Predicate<Health> isGood) {
        var health = Health.merge(checks.stream().map(HealthCheck::health).toList());
        context.status(isGood.test(health) ? 200 : 503)
                .header("Cache-Control", "no-store")
                .json(health);
    }
}
