package io.faceline.evaluation.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of Markdown as it grows. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    void heading(String words) {
        text.append("## ").append(words).append("\n\n");
    }

    void title(String words) {
        text.append("# ").append(words).append("\n\n");
    }

    void paragraph(String words, Object... values) {
        text.append(String.format(Locale.ROOT, words, values)).append("\n\n");
    }

    void code(String line) {
        text.append("    ").append(line).append("\n\n");
    }

    void image(String alternative, String file) {
        text.append("![").append(alternative).append("](").append(file).append(")\n\n");
    }

    void table(List<String> columns, List<List<String>> rows) {
        row(columns);
        row(columns.stream().map(column -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
    }

    private void row(List<String> cells) {
        text.append(
                cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** One digit more than whole errors of a thousand photos need. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
