package io.faceline.cli.evaluate;

import static io.faceline.cli.evaluate.EvaluationTables.format;
import static io.faceline.cli.evaluate.EvaluationTables.percent;

import io.faceline.evaluation.templates.Goals;
import io.faceline.evaluation.templates.TemplateReport;
import io.faceline.evaluation.templates.TemplateReport.Confidences;
import io.faceline.evaluation.templates.TemplateReport.OnePhoto;
import io.faceline.evaluation.templates.TemplateReport.Rates;
import io.faceline.evaluation.templates.TemplateReport.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Prints what several photos of a person are worth. */
final class TemplateTables {
    private static final String COLUMNS = "%-7s  %8s  %6s  %24s  %24s  %24s";

    private TemplateTables() {}

    static List<String> lines(TemplateReport report) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "%s, %d people enrolled, those without enough photos with one; %d splits.",
                report.embedder(), report.people(), report.splits()));
        lines.add(format(
                "FNIR at an FPIR of %s without a margin; in brackets FPIR / FNIR by the matcher's decision.",
                percent(report.fpir())));
        lines.add(format(
                "In rows with poor photos each photo is poor with a probability of %.0f %%.",
                100 * report.poorShare()));
        lines.add("");
        lines.add(format(
                COLUMNS, "photos", "mirrored", "people", "most similar photo", "plain mean", "matcher's template"));
        report.rows().forEach(row -> lines.add(line(row)));
        lines.add("");
        addGoals(report, lines);
        return lines;
    }

    private static String line(Row row) {
        var photos = row.photos() + (row.isPoor() ? " (poor)" : "");
        if (row.having() == 0) {
            return format("%-7s  too few photos: nobody has %d and one more to be searched", photos, row.photos());
        }
        return format(
                COLUMNS,
                photos,
                row.isMirrored() ? "yes" : "no",
                row.having(),
                cell(row.best()),
                cell(row.mean()),
                cell(row.template()));
    }

    private static String cell(Rates rates) {
        return format("%s (%.2f / %.2f)", percent(rates.fnir()), 100 * rates.decidedFpir(), 100 * rates.decidedFnir());
    }

    private static void addGoals(TemplateReport report, List<String> lines) {
        report.rows().stream()
                .filter(row -> row.photos() == Goals.THREE && !row.isPoor() && !row.isMirrored() && row.having() > 0)
                .map(row -> Objects.requireNonNull(row.template()).fnir())
                .forEach(fnir -> lines.add(format(
                        "three photos: FNIR %s at FPIR %s; goal %s: %s",
                        percent(fnir),
                        percent(report.fpir()),
                        percent(Goals.THREE_PHOTOS_FNIR),
                        state(fnir <= Goals.THREE_PHOTOS_FNIR))));
        if (report.onePhoto() == null) {
            lines.add(format("one photo: too few people to enroll %d and leave strangers", 2 * report.people()));
        } else {
            lines.add(line(report.onePhoto()));
        }
        addConfidences(report.confidences(), lines);
    }

    private static String line(OnePhoto one) {
        var isReached = one.fpir() <= Goals.ONE_PHOTO_FPIR && one.fnir() <= Goals.ONE_PHOTO_FNIR;
        return format(
                "%d people with one photo: FPIR %s, FNIR %s by the matcher's decision (%d strangers' photos); goal %s and %s:"
                        + " %s; FNIR %s at that FPIR without a margin",
                one.people(),
                percent(one.fpir()),
                percent(one.fnir()),
                one.strangers(),
                percent(Goals.ONE_PHOTO_FPIR),
                percent(Goals.ONE_PHOTO_FNIR),
                state(isReached),
                percent(one.fnirAtGoal()));
    }

    private static void addConfidences(Confidences confidences, List<String> lines) {
        lines.add(format(
                "expected calibration error among %d people, goal %s: %s over all %d searches: %s; %s over %d of which half"
                        + " are strangers': %s",
                confidences.people(),
                percent(Goals.CALIBRATION_ERROR),
                percent(confidences.error()),
                confidences.searches(),
                state(confidences.error() <= Goals.CALIBRATION_ERROR),
                percent(confidences.errorOfHalfStrangers()),
                confidences.halfStrangers(),
                state(confidences.errorOfHalfStrangers() <= Goals.CALIBRATION_ERROR)));
    }

    private static String state(boolean isReached) {
        return isReached ? "reached" : "missed";
    }
}
