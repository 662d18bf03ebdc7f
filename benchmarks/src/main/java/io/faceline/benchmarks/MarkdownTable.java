package io.faceline.benchmarks;

import java.util.List;
import java.util.Locale;

/** Formats measurements as a Markdown table. */
final class MarkdownTable {
    private MarkdownTable() {}

    static String of(List<Measurement> measurements) {
        var table = new StringBuilder("| | what | value | unit | note |\n|---|---|---|---|---|\n");
        for (var measurement : measurements) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |%n",
                    measurement.area(),
                    measurement.name(),
                    number(measurement.value()),
                    measurement.unit(),
                    measurement.note()));
        }
        return table.toString();
    }

    /** Rounds to three significant digits. */
    private static String number(double value) {
        var size = Math.abs(value);
        var digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
