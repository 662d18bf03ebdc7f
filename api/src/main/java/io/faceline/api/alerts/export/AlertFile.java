package io.faceline.api.alerts.export;

import io.faceline.api.alerts.view.AlertView;
import io.faceline.api.lists.ListParameters;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of alerts.
 *
 * @param exportedAt when the file was made
 * @param asked the parameters of the request, so that the file says what it leaves out
 * @param items newest first
 */
public record AlertFile(Instant exportedAt, Map<String, List<String>> asked, List<AlertView> items) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public AlertFile {
        asked = Map.copyOf(asked);
        items = List.copyOf(items);
    }

    /** Answers as CSV, or as JSON if the request asks for that. */
    public void answer(Context context) {
        var format = Optional.ofNullable(context.queryParam("format")).orElse("csv");
        context.header("Cache-Control", "private, no-store");
        switch (format) {
            case "csv" -> send(context, "csv", "text/csv; charset=utf-8").result(AlertCsv.of(this));
            case "json" -> send(context, "json", "application/json").json(this);
            default -> throw ListParameters.invalid("format", "\"csv\" or \"json\"");
        }
    }

    private Context send(Context context, String ending, String type) {
        return context.header(
                        "Content-Disposition",
                        "attachment; filename=\"alerts-" + NAME.format(exportedAt) + "." + ending + "\"")
                .contentType(type);
    }
}
