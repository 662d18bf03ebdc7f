package io.faceline.cli.evaluate;

import static io.faceline.cli.evaluate.EvaluationTables.format;
import static io.faceline.cli.evaluate.EvaluationTables.percent;

import io.faceline.evaluation.calibration.GallerySizes;
import io.faceline.evaluation.calibration.TailEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints thresholds by number of people. */
final class GallerySizeTables {
    private static final String COLUMNS = "%7s  %9s  %6s  %8s  %6s  %12s  %12s  %s";

    private GallerySizeTables() {}

    static List<String> lines(GallerySizes sizes) {
        var lines = new ArrayList<String>();
        lines.add("match by number of people: the smallest with an FPIR of at most 0.5 %, without a margin;");
        lines.add(format(
                "%d people, one photo each enrolled, everybody else a stranger; %d splits:",
                sizes.available(), sizes.splits()));
        lines.add(format(
                COLUMNS,
                "people",
                "strangers",
                "match",
                "FNIR",
                "line",
                "FPIR at line",
                "FNIR at line",
                "by the tail"));
        sizes.measured().forEach(size -> lines.add(line(size, sizes)));
        lines.add("");
        lines.add("for the recognisability file:");
        lines.add(format(
                "  \"match\": {\"at500\": %.4f, \"perLog\": %.4f, \"minPeople\": %d}",
                sizes.line().at500(),
                sizes.line().perLog(),
                sizes.measured().get(0).people()));
        lines.add(format("  with \"at500\": %.4f no measured size has an FPIR above 0.5 %%", sizes.raised()));
        lines.add("");
        addBeyond(sizes, lines);
        return lines;
    }

    private static String line(GallerySizes.Measured size, GallerySizes sizes) {
        return format(
                COLUMNS,
                size.people(),
                size.searched(),
                format("%.3f", size.threshold()),
                percent(size.fnir()),
                format("%.3f", sizes.line().at(size.people())),
                percent(size.fpirAtLine()),
                percent(size.fnirAtLine()),
                estimate(size.people(), sizes).map(GallerySizeTables::text).orElse("-"));
    }

    private static Optional<TailEstimate> estimate(int people, GallerySizes sizes) {
        return Optional.ofNullable(sizes.tail()).flatMap(tail -> tail.estimates().stream()
                .filter(estimate -> estimate.people() == people)
                .findFirst());
    }

    private static String text(TailEstimate estimate) {
        return format("%.3f (95 %%: %.3f to %.3f)", estimate.threshold(), estimate.low(), estimate.high());
    }

    private static void addBeyond(GallerySizes sizes, List<String> lines) {
        lines.add(format("Beyond %d people nothing was measured.", sizes.largestMeasured()));
        var tail = sizes.tail();
        if (tail == null) {
            lines.add("The searches are too few to estimate anything from their tail.");
            return;
        }
        lines.add(format(
                "Estimated from the tail of strangers' best similarities among %d people (generalised Pareto, shape %.2f,"
                        + " %d searches):",
                tail.people(), tail.shape(), tail.excesses()));
        tail.estimates().stream()
                .filter(estimate -> estimate.people() > sizes.largestMeasured())
                .forEach(estimate -> lines.add(format(
                        "  %d people  %s; by the line %.3f",
                        estimate.people(), text(estimate), sizes.line().at(estimate.people()))));
    }
}
