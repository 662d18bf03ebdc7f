package io.faceline.benchmarks;

import java.util.List;
import java.util.Locale;

/** Measurements as a table. */
final class MarkdownTable {
    private MarkdownTable() {}

    static String of(List<Measurement> measured) {
        var table = new StringBuilder("| | what | value | unit | beside |\n|---|---|---|---|---|\n");
        for (var one : measured) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |%n",
                    one.area(),
                    one.name(),
                    number(one.value()),
                    one.unit(),
                    one.beside()));
        }
        return table.toString();
    }

    /** Three digits that say something. */
    private static String number(double value) {
        var size = Math.abs(value);
        var digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
