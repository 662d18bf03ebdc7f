package io.faceline.cli.evaluate;

import static io.faceline.cli.evaluate.EvaluationTables.format;

import io.faceline.evaluation.lookalike.LookAlikeReport;
import io.faceline.evaluation.lookalike.LookAlikeReport.Answers;
import java.util.ArrayList;
import java.util.List;

/** Prints look-alikes and what is said of them. */
final class LookAlikeTables {
    private LookAlikeTables() {}

    static List<String> lines(LookAlikeReport report) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "%s, the %d pairs of %d people who resemble each other most:",
                report.embedder(), report.pairs().size(), report.people()));
        report.pairs()
                .forEach(pair -> lines.add(format(
                        "  %.3f  %s, %s",
                        pair.similarity(),
                        pair.photoOfOne().getFileName(),
                        pair.photoOfOther().getFileName())));
        lines.add("");
        lines.add("photos of the other person, one of the two enrolled:  " + line(report.oneEnrolled()));
        lines.add(format("%-54s", format("the same, one of them among %d people enrolled:", report.many()))
                + line(report.amongMany()));
        lines.add("other photos of both, both enrolled:                  " + line(report.bothEnrolled()));
        return lines;
    }

    private static String line(Answers answers) {
        return format(
                "named rightly %d, wrongly %d, uncertain %d, unknown %d",
                answers.right(), answers.wrong(), answers.uncertain(), answers.unknown());
    }
}
