package io.faceline.cli.evaluate;

import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.OpenSetReport;
import io.faceline.evaluation.verification.VerificationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats evaluations as lines of text, with rates in percent. */
final class EvaluationTables {
    private static final String COLUMNS = "%9s  %6s  %8s  %8s  %16s  %19s  %15s  %13s";

    private EvaluationTables() {}

    static List<String> lines(VerificationReport report) {
        return List.of(
                format("%s, %d pairs in %d folds", report.embedder(), report.pairs(), report.folds()),
                format("accuracy              %s ± %s", percent(report.accuracy()), percent(report.accuracyStd())),
                format("threshold             %.3f  (mean of the folds)", report.threshold()),
                format("TAR at FAR 1e-2       %s", percent(report.tarAtFar1e2())),
                format("TAR at FAR 1e-3       %s", percent(report.tarAtFar1e3())),
                format("equal error rate      %s", percent(report.eer())),
                format(
                        "faces not found       %d  (%d pairs, counted as errors)",
                        report.facesNotFound(), report.pairsNotCompared()),
                format("ms a face             %.1f  (decode, detect, align, embed; one thread)", report.msPerFace()));
    }

    static List<String> lines(OpenSetReport report) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "%s, %d people enrolled, %d photos of them and %d of strangers searched",
                report.embedder(), report.people(), report.probes(), report.strangers()));
        lines.add(format(
                "faces not found %d, ms a face %.1f  (decode, detect, align, embed; one thread)",
                report.facesNotFound(), report.msPerFace()));
        lines.add("");
        lines.add(format(
                COLUMNS,
                "threshold",
                "margin",
                "FPIR",
                "FNIR",
                "strangers named",
                "known named wrongly",
                "known uncertain",
                "known unknown"));
        report.byThreshold().forEach(rates -> lines.add(line(rates)));
        lines.add("");
        lines.add("with the thresholds and the margin of the catalog:");
        lines.add(line(report.decided()));
        return lines;
    }

    private static String line(OpenSetRates rates) {
        return format(
                COLUMNS,
                format("%.3f", rates.threshold()),
                format("%.2f", rates.margin()),
                percentOrNone(rates.fpir()),
                percentOrNone(rates.fnir()),
                rates.strangersNamed(),
                rates.knownNamedWrongly(),
                rates.knownUncertain(),
                rates.knownUnknown());
    }

    private static String percentOrNone(Double share) {
        return share == null ? "-" : percent(share);
    }

    static String percent(double share) {
        return format("%.2f %%", 100 * share);
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
