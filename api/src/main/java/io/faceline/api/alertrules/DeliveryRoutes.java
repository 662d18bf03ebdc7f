package io.faceline.api.alertrules;

import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryState;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.TableReader;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** {@code GET /api/v1/deliveries}: what receivers were told and what waits, newest first. */
final class DeliveryRoutes implements Routes {
    private final AlertAccess access;
    private final TableReader<Delivery> deliveries;

    DeliveryRoutes(AlertAccess access, TableReader<Delivery> deliveries) {
        this.access = access;
        this.deliveries = deliveries;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/deliveries", this::list);
    }

    private void list(Context context) {
        access.requireAdmin(context);
        var asked = asked(context);
        var all = deliveries.snapshot().values().stream().filter(asked).toList();
        Page.of(context, all, DeliveryRoutes::key, Page.LAST_FIRST, DeliveryView::of)
                .answer(context);
    }

    private static Page.Key key(Delivery delivery) {
        // As many digits for each, so that texts are sorted as times.
        return new Page.Key(
                String.format(Locale.ROOT, "%019d", delivery.changedAt().toEpochMilli()), delivery.key());
    }

    private static Predicate<Delivery> asked(Context context) {
        var receiver = context.queryParam("receiver");
        var state = context.queryParam("state");
        var before = context.queryParam("before");
        Predicate<Delivery> asked = delivery -> true;
        if (receiver != null) {
            asked = asked.and(delivery -> delivery.receiver().value().equals(receiver));
        }
        if (state != null) {
            var wanted = state(state);
            asked = asked.and(delivery -> delivery.state() == wanted);
        }
        if (before != null) {
            var end = time(before);
            asked = asked.and(delivery -> delivery.changedAt().isBefore(end));
        }
        return asked;
    }

    private static DeliveryState state(String text) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state != DeliveryState.UNKNOWN)
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ListParameters.invalid(
                        "state", "one of WAITING, DELIVERED, SET_ASIDE, EXPIRED, DROPPED, ERASED"));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw ListParameters.invalid("before", "a time such as 2026-12-01T18:00:00Z");
        }
    }
}
