package io.faceline.evaluation.report;

import static io.faceline.evaluation.report.Markdown.decimal;
import static io.faceline.evaluation.report.Markdown.percent;

import io.faceline.evaluation.AccuracyReport;
import io.faceline.evaluation.search.Reliability;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One photo against all, and what the confidence of the answer is worth. */
final class SearchSection {
    private SearchSection() {}

    static void write(AccuracyReport report, Markdown page) {
        writeOpenSet(report, page);
        writeReliability(report, page);
    }

    private static void writeOpenSet(AccuracyReport report, Markdown page) {
        var thresholds = report.model().thresholds();
        var decided = report.openSet().decided();
        page.heading("Who is it, and who is a stranger?");
        page.image("FNIR against FPIR", "open-set.svg");
        page.paragraph(
                "At the catalog's match threshold of %s and margin of %s: FPIR %s (%d strangers named), FNIR %s (%d named"
                        + " wrongly, %d uncertain, %d unknown).",
                decimal(thresholds.match()),
                decimal(thresholds.margin()),
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
        page.heading("Does a match confidence hold?");
        page.image("Share of right best candidates against confidence", "reliability.svg");
        page.paragraph(
                "Of the best candidate of every face above, %d people enrolled (the calibration was fitted for %d, half of the"
                        + " searches by strangers). Expected calibration error %s as the photos are, %s made worse. Tenths of fewer than ten faces are not drawn.",
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
                        "made worse: faces",
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
