package io.faceline.api.jobs.visits;

import io.faceline.api.jobs.results.CsvText;
import io.faceline.web.view.NamedPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Visits as CSV, one line each. */
final class VisitCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String[] HEADER = {
        "job",
        "title",
        "sha256",
        "decision",
        "person_id",
        "name",
        "unknown",
        "cause",
        "from_ms",
        "to_ms",
        "from_frame",
        "to_frame",
        "from_time",
        "to_time",
        "seconds",
        "frames",
        "similarity",
        "matches",
        "good_looks",
        "threshold",
        "model",
        "gallery_version",
        "best_shot_ms",
        "others",
        "appearances"
    };

    private VisitCsv() {}

    static String of(List<VisitView> visits) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord((Object[]) HEADER);
            for (var visit : visits) {
                csv.printRecord(line(visit));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object[] line(VisitView visit) {
        var best = visit.appearances().get(0);
        return new Object[] {
            visit.job().id(),
            CsvText.of(visit.job().title()),
            visit.job().sha256(),
            visit.decision().name().toLowerCase(Locale.ROOT),
            CsvText.of(id(visit.person())),
            CsvText.of(name(visit.person())),
            visit.unknown(),
            visit.cause(),
            visit.from().millis(),
            visit.to().millis(),
            visit.from().frame(),
            visit.to().frame(),
            time(visit.from().time()),
            time(visit.to().time()),
            String.format(Locale.ROOT, "%.3f", visit.seconds()),
            visit.frames(),
            visit.similarity(),
            visit.appearances().stream()
                    .mapToInt(VisitView.AppearanceView::matches)
                    .sum(),
            visit.appearances().stream()
                    .mapToInt(VisitView.AppearanceView::goodLooks)
                    .sum(),
            best.threshold(),
            best.modelId(),
            best.galleryVersion(),
            visit.bestShot() == null ? null : Math.round(visit.bestShot().position() * 1000),
            CsvText.of(others(visit)),
            visit.appearances().size()
        };
    }

    private static String others(VisitView visit) {
        return String.join(
                "; ",
                visit.others().stream()
                        .map(other -> other.unknown() != null
                                ? "unknown " + other.unknown()
                                : Optional.ofNullable(name(other.person())).orElse("?"))
                        .toList());
    }

    private static @Nullable String id(@Nullable NamedPerson person) {
        return person == null ? null : person.id().value();
    }

    private static @Nullable String name(@Nullable NamedPerson person) {
        return person == null ? null : person.name();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
