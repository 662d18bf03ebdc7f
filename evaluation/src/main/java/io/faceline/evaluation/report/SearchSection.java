package io.faceline.evaluation.report;

import static io.faceline.evaluation.report.Markdown.decimal;
import static io.faceline.evaluation.report.Markdown.percent;

import io.faceline.evaluation.AccuracyReport;
import io.faceline.evaluation.search.Reliability;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sections on open-set identification (1:N) and on the reliability of confidences. */
final class SearchSection {
    private SearchSection() {}

    static void write(AccuracyReport report, Markdown page) {
        writeOpenSet(report, page);
        writeReliability(report, page);
    }

    private static void writeOpenSet(AccuracyReport report, Markdown page) {
        var decided = report.openSet().decided();
        page.heading("Open-set identification");
        page.image("FNIR against FPIR", "open-set.svg");
        page.paragraph(
                "At the match threshold of %s and margin of %s: FPIR %s (%d strangers named), FNIR %s (%d named"
                        + " wrongly, %d uncertain, %d unknown).",
                decimal(decided.threshold()),
                decimal(decided.margin()),
                percentOrNone(decided.fpir()),
                decided.strangersNamed(),
                percentOrNone(decided.fnir()),
                decided.knownNamedWrongly(),
                decided.knownUncertain(),
                decided.knownUnknown());
    }

    static String percentOrNone(@Nullable Double rate) {
        return rate == null ? "–" : percent(rate);
    }

    private static void writeReliability(AccuracyReport report, Markdown page) {
        page.heading("Reliability of match confidence");
        page.image("Share of correct best candidates against confidence", "reliability.svg");
        page.paragraph(
                "The best candidates of the searches above, %d people enrolled (the calibration was fitted for %d,"
                        + " with half of the searches by strangers). Expected calibration error: %s on original photos, %s"
                        + " on degraded photos. Bins of fewer than ten faces are not drawn.",
                report.people(),
                report.model().calibration().gallerySize(),
                decimal(report.undegraded().expectedError()),
                decimal(report.degraded().expectedError()));
        var bins = report.undegraded().bins();
        page.table(
                List.of(
                        "confidence",
                        "faces",
                        "mean confidence",
                        "right",
                        "degraded: faces",
                        "mean confidence",
                        "right"),
                IntStream.range(0, bins.size())
                        .mapToObj(i -> row(bins.get(i), report.degraded().bins().get(i)))
                        .toList());
    }

    private static List<String> row(Reliability.Bin undegraded, Reliability.Bin degraded) {
        return List.of(
                String.format(Locale.ROOT, "%.1f–%.1f", undegraded.from(), undegraded.to()),
                Integer.toString(undegraded.trials()),
                decimal(undegraded.meanConfidence()),
                decimal(undegraded.shareRight()),
                Integer.toString(degraded.trials()),
                decimal(degraded.meanConfidence()),
                decimal(degraded.shareRight()));
    }
}
