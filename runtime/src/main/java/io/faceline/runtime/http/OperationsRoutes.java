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
            var text = new MetricsText(prometheus, System::nanoTime);
            routes.get("/metrics", context -> metrics(context, text));
        }
    }

    private static void metrics(Context context, MetricsText text) {
        var names = Set.copyOf(context.queryParams("name[]"));
        if (names.isEmpty()) {
            text.all().send(context);
        } else {
            context.contentType(MetricsText.TYPE).result(text.only(names));
        }
    }

    private void health(Context context, Predicate<Health> isGood) {
        var health = Health.merge(checks.stream().map(HealthCheck::health).toList());
        context.status(isGood.test(health) ? 200 : 503)
                .header("Cache-Control", "no-store")
                .json(health);
    }
}
