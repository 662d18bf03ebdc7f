package io.faceline.api.alerts;

import io.faceline.api.alerts.export.AlertFile;
import io.faceline.api.alerts.table.AlertPlace;
import io.faceline.api.alerts.table.AlertReaders;
import io.faceline.api.alerts.view.AlertView;
import io.faceline.api.alerts.view.AlertViews;
import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/alerts}, single ones, and files of them. */
final class AlertRoutes implements Routes {
    static final String PATH = AlertViews.PATH;
    static final String ONE = PATH + "/{id}";

    private final AlertAccess access;
    private final AlertReaders known;
    private final Function<Caller, AlertViews> views;
    private final InstantSource clock;

    AlertRoutes(AlertAccess access, AlertReaders known, Function<Caller, AlertViews> views, InstantSource clock) {
        this.access = access;
        this.known = known;
        this.views = views;
        this.clock = clock;
    }

    /** @param next the cursor of the next page; null at the end */
    record Page(List<AlertView> items, @Nullable String next) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list).get(PATH + "/export.csv", this::export).get(ONE, this::one);
    }

    private void one(Context context) {
        var caller = access.requireViewer(context);
        answer(context, views.apply(caller).of(access.alert(context)));
    }

    private void list(Context context) {
        var caller = access.requireViewer(context);
        var limit = ListParameters.limit(context);
        var found = found(context, caller).limit(limit + 1L).toList();
        var isLast = found.size() <= limit;
        var items = isLast ? found : found.subList(0, limit);
        answer(
                context,
                new Page(items, isLast ? null : cursor(items.get(limit - 1).alert())));
    }

    private void export(Context context) {
        var caller = access.requireViewer(context);
        var file = new AlertFile(
                clock.instant(),
                AlertParameters.asked(context),
                found(context, caller).toList());
        file.answer(context);
    }

    private Stream<AlertView> found(Context context, Caller caller) {
        var filter = AlertParameters.filter(context);
        var shown = views.apply(caller);
        return place(context)
                .map(known.alerts()::after)
                .orElseGet(known.alerts()::all)
                .filter(alert -> filter.takes(alert, known))
                .map(shown::of)
                .filter(filter::takes);
    }

    private static String cursor(Alert last) {
        return ListParameters.cursor(last.openedAt().toString(), last.id().value());
    }

    private static Optional<AlertPlace> place(Context context) {
        return ListParameters.cursor(context).map(parts -> {
            try {
                return new AlertPlace(
                        Instant.parse(parts.get(0)),
                        AlertId.parse(parts.get(1)).orElseThrow(ListParameters::invalidCursor));
            } catch (DateTimeException e) {
                throw ListParameters.invalidCursor();
            }
        });
    }

    /** Keeps names out of caches. */
    static Context keepPrivate(Context context) {
        return context.header("Cache-Control", "private, no-store");
    }

    static void answer(Context context, Object value) {
        keepPrivate(context).json(value);
    }
}
