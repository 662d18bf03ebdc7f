package io.faceline.api.alerts.export;

import io.faceline.api.alerts.view.AlertView;
import io.faceline.api.jobs.results.CsvText;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Alerts as CSV, one line each. Times have the offset of the rule's zone. */
final class AlertCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String[] HEADER = {
        "alert",
        "revision",
        "state",
        "reason",
        "kind",
        "priority",
        "rule",
        "rule_name",
        "person_id",
        "name",
        "was_person_id",
        "was_name",
        "list",
        "source",
        "source_name",
        "group",
        "opened_at",
        "first_seen",
        "last_seen",
        "zone",
        "seconds_in_view",
        "decision",
        "similarity",
        "threshold",
        "model",
        "gallery_version",
        "count",
        "level",
        "acknowledged_by",
        "acknowledged_at",
        "note",
        "muted",
        "late",
        "age_ms",
        "exported_at"
    };

    private AlertCsv() {}

    static String of(AlertFile file) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord((Object[]) HEADER);
            for (var view : file.items()) {
                csv.printRecord(line(view, file.exportedAt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object[] line(AlertView view, Instant exportedAt) {
        var alert = view.alert();
        var zone = zone(alert);
        var list = view.list();
        var said = Optional.ofNullable(alert.acknowledged());
        return new Object[] {
            alert.id(),
            alert.revision(),
            word(alert.state()),
            word(alert.reason()),
            word(alert.kind()),
            word(alert.priority()),
            alert.rule(),
            CsvText.of(view.ruleName()),
            CsvText.of(id(view.person())),
            CsvText.of(name(view.person())),
            CsvText.of(id(view.wasPerson())),
            CsvText.of(name(view.wasPerson())),
            list == null ? null : CsvText.of(list.name()),
            CsvText.of(alert.source()),
            CsvText.of(view.sourceName()),
            CsvText.of(view.groupName()),
            time(alert.openedAt(), zone),
            time(alert.firstSeen(), zone),
            time(alert.lastSeen(), zone),
            CsvText.of(alert.zone()),
            String.format(Locale.ROOT, "%.3f", alert.secondsInView()),
            word(of(alert, AlertIdentity::decision)),
            of(alert, AlertIdentity::similarity),
            of(alert, AlertIdentity::threshold),
            of(alert, AlertIdentity::modelId),
            of(alert, AlertIdentity::galleryVersion),
            alert.count(),
            alert.level(),
            CsvText.of(said.map(one -> one.by()).orElse(null)),
            said.map(one -> time(one.at(), zone)).orElse(null),
            CsvText.of(said.map(one -> one.note()).orElse(null)),
            alert.muted(),
            alert.late(),
            alert.ageMillis(),
            time(exportedAt, ZoneOffset.UTC)
        };
    }

    private static <T> @Nullable T of(Alert alert, Function<AlertIdentity, @Nullable T> field) {
        return alert.identity() == null ? null : field.apply(alert.identity());
    }

    private static @Nullable String word(@Nullable Enum<?> word) {
        return word == null ? null : word.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String id(AlertView.@Nullable AlertPerson person) {
        return person == null ? null : person.id().value();
    }

    private static @Nullable String name(AlertView.@Nullable AlertPerson person) {
        return person == null ? null : person.name();
    }

    /** UTC if this Java does not know the zone. */
    private static ZoneId zone(Alert alert) {
        try {
            return ZoneId.of(alert.zone());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static OffsetDateTime time(Instant time, ZoneId zone) {
        return time.truncatedTo(ChronoUnit.MILLIS).atZone(zone).toOffsetDateTime();
    }
}
