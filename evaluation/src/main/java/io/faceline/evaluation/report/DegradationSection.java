package io.faceline.evaluation.report;

import static io.faceline.evaluation.report.Markdown.percent;

import io.faceline.evaluation.degradation.LevelRates;
import io.faceline.evaluation.degradation.SeriesRates;
import java.util.List;
import java.util.Locale;

/** The section of one degradation. */
final class DegradationSection {
    private DegradationSection() {}

    static void write(SeriesRates series, Markdown page) {
        page.heading(title(series));
        page.image("Errors by " + series.unit(), series.name() + ".svg");
        page.table(
                List.of(
                        series.unit(),
                        "faces found",
                        "FNIR",
                        "FPIR",
                        "false names",
                        "of these with reasons",
                        "right names",
                        "of these with reasons",
                        "mean confidence, enrolled",
                        "strangers"),
                series.levels().stream().map(DegradationSection::row).toList());
    }

    static String title(SeriesRates series) {
        return switch (series.name()) {
            case "face-size" -> "By face size, close-up";
            case "scene" -> "By face size, large image";
            default -> "By degradation: " + series.name().replace('-', ' ');
        };
    }

    private static List<String> row(LevelRates level) {
        return List.of(
                level.level(),
                percent((double) level.facesFound() / level.photos()),
                SearchSection.percentOrNone(level.decided().fnir()),
                SearchSection.percentOrNone(level.decided().fpir()),
                Integer.toString(level.falseNames()),
                Integer.toString(level.falseNamesWithReasons()),
                Integer.toString(level.rightNames()),
                Integer.toString(level.rightNamesWithReasons()),
                confidence(level.knownConfidence()),
                confidence(level.strangerConfidence()));
    }

    private static String confidence(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
