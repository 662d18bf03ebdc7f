package io.faceline.api.alerts.attendance;

import io.faceline.api.alerts.table.AlertReaders;
import io.faceline.api.alerts.view.AlertViews;
import io.faceline.api.lists.ListParameters;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code GET /api/v1/attendance}: who of a list came and went when; and who is inside now. For the admin. */
public final class AttendanceRoutes implements Routes {
    static final String PATH = "/api/v1/attendance";

    private final Function<Context, Caller> requireAdmin;
    private final AlertReaders known;
    private final Function<Caller, AlertViews> views;
    private final InstantSource clock;

    /** @param requireAdmin the caller of a request; refuses all but the admin */
    public AttendanceRoutes(
            Function<Context, Caller> requireAdmin,
            AlertReaders known,
            Function<Caller, AlertViews> views,
            InstantSource clock) {
        this.requireAdmin = requireAdmin;
        this.known = known;
        this.views = views;
        this.clock = clock;
    }

    /** @param asOf when it was computed */
    record Attendance(
            LocalDate from, LocalDate to, String zone, String dayBegins, Instant asOf, List<AttendanceRow> items) {}

    /** @param asOf when it was computed */
    record Inside(Instant asOf, List<InsideRow> items) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::attendance).get(PATH + "/inside", this::inside);
    }

    private void attendance(Context context) {
        var days = days(context);
        var query = query(context);
        var rows = days.rows(query);
        context.header("Cache-Control", "private, no-store");
        switch (Optional.ofNullable(context.queryParam("format")).orElse("json")) {
            case "json" ->
                context.json(new Attendance(
                        query.from(),
                        query.to(),
                        query.zone().getId(),
                        query.dayBegins().toString(),
                        now(),
                        rows));
            case "csv" ->
                context.contentType("text/csv; charset=utf-8")
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"attendance-" + query.list() + "-" + query.from() + "-"
                                        + query.to() + ".csv\"")
                        .result(AttendanceCsv.of(rows, now()));
            default -> throw ListParameters.invalid("format", "\"json\" or \"csv\"");
        }
    }

    private void inside(Context context) {
        var days = days(context);
        var query = query(context);
        context.header("Cache-Control", "private, no-store").json(new Inside(now(), days.inside(query, now())));
    }

    private AttendanceDays days(Context context) {
        return new AttendanceDays(known, views.apply(requireAdmin.apply(context)));
    }

    private AttendanceQuery query(Context context) {
        var query = AttendanceQuery.of(context, now());
        if (known.list(query.list()).isEmpty()) {
            throw ListParameters.invalid("list", "the id of a watch list that there is");
        }
        if (query.group().filter(group -> known.group(group).isEmpty()).isPresent()) {
            throw ListParameters.invalid("group", "the id of a group that there is");
        }
        return query;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
