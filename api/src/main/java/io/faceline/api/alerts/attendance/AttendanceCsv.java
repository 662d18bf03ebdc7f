package io.faceline.api.alerts.attendance;

import io.faceline.api.jobs.results.CsvText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Attendance as CSV, one line a row. Times have the offset of the zone that was asked for. */
final class AttendanceCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String[] HEADER = {
        "id",
        "person_id",
        "name",
        "day",
        "in",
        "out",
        "hours",
        "missing",
        "source",
        "out_source",
        "sure",
        "corrected",
        "exported_at"
    };

    private AttendanceCsv() {}

    static String of(List<AttendanceRow> rows, Instant exportedAt) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord((Object[]) HEADER);
            for (var row : rows) {
                csv.printRecord(
                        row.id(),
                        CsvText.of(row.person().id().value()),
                        CsvText.of(row.person().name()),
                        row.day(),
                        row.in(),
                        row.out(),
                        row.hours(),
                        row.missing(),
                        CsvText.of(row.source()),
                        CsvText.of(row.outSource()),
                        row.sure(),
                        row.corrected(),
                        exportedAt);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
