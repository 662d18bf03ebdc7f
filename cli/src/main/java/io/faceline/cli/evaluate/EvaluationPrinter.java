package io.faceline.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.Shown;
import io.faceline.contracts.serde.Mappers;
import io.faceline.evaluation.calibration.CalibrationReport;
import io.faceline.evaluation.groups.GroupsReport;
import io.faceline.evaluation.lookalike.LookAlikeReport;
import io.faceline.evaluation.search.OpenSetReport;
import io.faceline.evaluation.templates.TemplateReport;
import io.faceline.evaluation.verification.VerificationReport;
import java.io.PrintWriter;
import java.util.List;

/** Prints the results of an evaluation as text or JSON. */
final class EvaluationPrinter {
    private final PrintWriter out;
    private final boolean json;

    EvaluationPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void print(VerificationReport report) {
        print(report, EvaluationTables.lines(report));
    }

    void print(OpenSetReport report) {
        print(report, EvaluationTables.lines(report));
    }

    void print(CalibrationReport report) {
        print(report, CalibrationTables.lines(report));
    }

    void print(GroupsReport report) {
        print(report, GroupTables.lines(report));
    }

    void print(LookAlikeReport report) {
        print(report, LookAlikeTables.lines(report));
    }

    void print(TemplateReport report) {
        print(report, TemplateTables.lines(report));
    }

    private void print(Object report, List<String> lines) {
        if (json) {
            out.println(Shown.of(json(report)));
        } else {
            lines.stream().map(Shown::of).forEach(out::println);
        }
        out.flush();
    }

    private static String json(Object report) {
        try {
            return Mappers.JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written as JSON", e);
        }
    }
}
