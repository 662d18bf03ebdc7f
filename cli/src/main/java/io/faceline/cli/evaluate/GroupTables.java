package io.faceline.cli.evaluate;

import static io.faceline.cli.evaluate.EvaluationTables.format;
import static io.faceline.cli.evaluate.EvaluationTables.percent;

import io.faceline.evaluation.groups.DimensionRates;
import io.faceline.evaluation.groups.DimensionRates.Worst;
import io.faceline.evaluation.groups.GroupRates;
import io.faceline.evaluation.groups.GroupsReport;
import io.faceline.evaluation.groups.NamedGroups;
import io.faceline.evaluation.groups.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints rates by group with their 95 % intervals. */
final class GroupTables {
    private static final String COLUMNS = "%15s  %7s  %28s  %28s";

    private GroupTables() {}

    static List<String> lines(GroupsReport report) {
        var lines = new ArrayList<String>();
        lines.add(report.embedder());
        report.dimensions().forEach(dimension -> add(dimension, lines));
        if (report.byName() != null) {
            add(report.byName(), lines);
        }
        return lines;
    }

    private static void add(DimensionRates dimension, List<String> lines) {
        lines.add("");
        lines.add(format(
                "%s by %s, %d people of each group enrolled, the others of the group are strangers:",
                dimension.dataset(), dimension.dimension(), dimension.enrolled()));
        lines.add(format(COLUMNS, dimension.dimension(), "photos", "faces found", "FPIR"));
        dimension.groups().forEach(group -> lines.add(line(group)));
        lines.add(line(dimension.all()));
        lines.add(worst("faces not found", dimension.worstNotFound()));
        lines.add(worst("FPIR", dimension.worstFpir()));
    }

    private static String line(GroupRates group) {
        return format(COLUMNS, group.group(), group.photos(), rate(group.facesFound()), rate(group.fpir()));
    }

    private static String worst(String rate, Optional<Worst> worst) {
        return worst.map(group -> format(
                        "worst in %s: %s, %s against a mean of %s of the others%s",
                        rate,
                        group.group(),
                        rate(group.rate()),
                        percent(group.others()),
                        group.isClear() ? "" : "; too few photos to tell"))
                .orElse("worst in " + rate + ": none in any group");
    }

    private static void add(NamedGroups named, List<String> lines) {
        lines.add("");
        lines.add(format(
                "by first name: it suggests a gender for %d of %d people; %d people enrolled, %d splits:",
                named.covered(), named.people(), named.enrolled(), named.splits()));
        lines.add(format("%15s  %15s  %28s  %9s  %28s", "gender", "enrolled people", "FNIR", "strangers", "FPIR"));
        named.groups()
                .forEach(group -> lines.add(format(
                        "%15s  %15d  %28s  %9d  %28s",
                        group.gender(),
                        group.knownPeople(),
                        rate(group.fnir()),
                        group.strangers(),
                        rate(group.fpir()))));
    }

    private static String rate(Rate rate) {
        return format("%s (%s to %s)", percent(rate.value()), percent(rate.low()), percent(rate.high()));
    }
}
