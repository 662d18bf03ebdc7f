package io.faceline.evaluation.report;

import static io.faceline.evaluation.report.Markdown.decimal;
import static io.faceline.evaluation.report.Markdown.percent;

import io.faceline.evaluation.AccuracyReport;
import io.faceline.evaluation.verification.FoldedAccuracy;
import io.faceline.evaluation.verification.RocCurve;
import io.faceline.evaluation.verification.RocCurve.TrueAcceptRate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The section on verification (1:1). */
final class RocSection {
    private RocSection() {}

    static void write(AccuracyReport report, Markdown page) {
        page.heading("Verification");
        page.image("True accept rate against false accept rate", "roc.svg");
        var rows = new ArrayList<List<String>>();
        report.listedPairs().ifPresent(roc -> rows.add(row("the listed pairs", roc)));
        rows.add(row("all pairs, at most five photos per person", report.allPairs()));
        page.table(columns(report.allPairs()), rows);
        page.paragraph(
                "A rate is left out where there are too few pairs of two people: a FAR of 1e-4 needs 10,000 pairs.");
        var verify = report.allPairs().atVerify();
        page.paragraph(
                "All pairs at the verify threshold of %s: false accept rate %.2e, true accept rate %s.",
                decimal(verify.threshold()), verify.falsePositive(), percent(1 - verify.falseNegative()));
        report.listedPairs().flatMap(RocCurve::folds).ifPresent(folds -> writeFolds(folds, page));
    }

    private static List<String> columns(RocCurve roc) {
        var columns = new ArrayList<>(List.of("", "pairs of one", "pairs of two"));
        roc.trueAcceptRates().forEach(rate -> columns.add("TAR at FAR %.0e".formatted(rate.falseAcceptRate())));
        columns.add("EER");
        return columns;
    }

    private static List<String> row(String name, RocCurve roc) {
        var row =
                new ArrayList<>(List.of(name, Integer.toString(roc.pairsOfOne()), Integer.toString(roc.pairsOfTwo())));
        roc.trueAcceptRates().forEach(rate -> row.add(percentIfCountable(rate)));
        row.add(percent(roc.equalErrorRate()));
        return row;
    }

    private static String percentIfCountable(TrueAcceptRate rate) {
        return rate.rate().isPresent() ? percent(rate.rate().getAsDouble()) : "–";
    }

    private static void writeFolds(FoldedAccuracy folds, Markdown page) {
        page.paragraph(
                "Accuracy over the listed pairs, each fold at the best threshold of the others: %s ± %s; by fold %s.",
                percent(folds.mean()),
                percent(folds.deviation()),
                folds.folds().stream().map(Markdown::percent).collect(Collectors.joining(", ")));
    }
}
