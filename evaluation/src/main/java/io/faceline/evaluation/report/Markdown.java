package io.faceline.evaluation.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Builds a Markdown page. */
public final class Markdown {
    private final StringBuilder page = new StringBuilder();

    public void heading(String text) {
        page.append("## ").append(text).append("\n\n");
    }

    public void title(String text) {
        page.append("# ").append(text).append("\n\n");
    }

    public void paragraph(String text, Object... values) {
        page.append(String.format(Locale.ROOT, text, values)).append("\n\n");
    }

    public void code(String line) {
        page.append("    ").append(line).append("\n\n");
    }

    public void image(String alternative, String file) {
        page.append("![").append(alternative).append("](").append(file).append(")\n\n");
    }

    public void table(List<String> columns, List<List<String>> rows) {
        row(columns);
        row(columns.stream().map(column -> "---").toList());
        rows.forEach(this::row);
        page.append('\n');
    }

    private void row(List<String> cells) {
        page.append(
                cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Two decimals, one more than single errors in a thousand photos need. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    public static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
