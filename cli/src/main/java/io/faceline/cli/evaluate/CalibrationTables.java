package io.faceline.cli.evaluate;

import static io.faceline.cli.evaluate.EvaluationTables.format;
import static io.faceline.cli.evaluate.EvaluationTables.percent;

import io.faceline.evaluation.calibration.CalibrationReport;
import io.faceline.evaluation.calibration.MeanRates;
import io.faceline.evaluation.calibration.ThresholdChoice;
import io.faceline.evaluation.search.Reliability;
import java.util.ArrayList;
import java.util.List;

/** Prints the catalog entry of an embedder and the figures behind it. */
final class CalibrationTables {
    private static final String RATES = "%9s  %6s  %9s  %11s  %15s  %9s  %11s";
    private static final String BINS = "%11s  %7s  %15s  %11s";

    private CalibrationTables() {}

    static List<String> lines(CalibrationReport report) {
        var lines = new ArrayList<String>();
        lines.add(report.embedder());
        lines.add("");
        lines.add("for catalog.json:");
        lines.add(format(
                "  \"calibration\": {\"slope\": %.2f, \"offset\": %.2f, \"gallerySize\": %d}",
                report.calibration().slope(),
                report.calibration().offset(),
                report.calibration().gallerySize()));
        addReliability(report, lines);
        addThresholds(report.thresholds(), lines);
        var bySize = report.bySize();
        if (bySize != null) {
            lines.add("");
            lines.addAll(GallerySizeTables.lines(bySize));
        }
        return lines;
    }

    private static void addReliability(CalibrationReport report, List<String> lines) {
        lines.add("");
        lines.add(format(
                "fitted on %d trials; judged on people who were not in the fit, half of the trials strangers:",
                report.trials()));
        lines.add(format(BINS, "confidence", "trials", "mean confidence", "right"));
        report.reliability().bins().forEach(bin -> lines.add(line(bin)));
        lines.add(format("expected calibration error %.3f", report.reliability().expectedError()));
    }

    private static String line(Reliability.Bin bin) {
        return format(
                BINS,
                format("%.1f-%.1f", bin.from(), bin.to()),
                bin.trials(),
                format("%.3f", bin.meanConfidence()),
                format("%.3f", bin.shareRight()));
    }

    private static void addThresholds(ThresholdChoice choice, List<String> lines) {
        lines.add("");
        lines.add(format(
                "%d people enrolled with one photo each, everybody else a stranger; %d splits:",
                choice.people(), choice.splits()));
        lines.add(format("  match      %.3f  the smallest with a mean FPIR of at most 0.5 %%", choice.match()));
        lines.add(format("  uncertain  %.3f  the smallest with a mean FPIR of at most 5 %%", choice.uncertain()));
        addRates("by threshold, without a margin:", choice.byThreshold(), lines);
        addRates("by margin, at the match threshold:", choice.byMargin(), lines);
    }

    private static void addRates(String title, List<MeanRates> rates, List<String> lines) {
        lines.add("");
        lines.add(title);
        lines.add(format(
                RATES,
                "threshold",
                "margin",
                "mean FPIR",
                "worst split",
                "splits <= 0.5 %",
                "mean FNIR",
                "worst split"));
        rates.forEach(row -> lines.add(format(
                RATES,
                format("%.3f", row.threshold()),
                format("%.2f", row.margin()),
                percent(row.fpir()),
                percent(row.fpirWorst()),
                row.splitsWithinGoal(),
                percent(row.fnir()),
                percent(row.fnirWorst()))));
    }
}
