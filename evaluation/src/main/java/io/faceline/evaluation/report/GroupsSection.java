package io.faceline.evaluation.report;

import static io.faceline.evaluation.report.Markdown.percent;

import io.faceline.evaluation.groups.DimensionRates;
import io.faceline.evaluation.groups.DimensionRates.Worst;
import io.faceline.evaluation.groups.GroupRates;
import io.faceline.evaluation.groups.GroupsReport;
import io.faceline.evaluation.groups.NamedGroupRates;
import io.faceline.evaluation.groups.NamedGroups;
import io.faceline.evaluation.groups.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The section on groups of people. */
final class GroupsSection {
    private GroupsSection() {}

    static void write(GroupsReport report, Markdown page) {
        page.heading("By group");
        page.paragraph(
                "Each person is on one photo. A third of the smallest group is enrolled in every group of a dimension,"
                        + " and the others of the same group are searched: FPIR is the share of their faces that a `match`"
                        + " names, the mean of 60 random splits. Intervals of 95 %% are Wilson's; those of FPIR also hold"
                        + " a bootstrap over people. A worst group whose interval holds the mean of the others is not"
                        + " shown to be worse: the photos are too few to tell.");
        report.dimensions().forEach(dimension -> write(dimension, page));
        if (report.byName() != null) {
            write(report.byName(), page);
        }
    }

    private static void write(DimensionRates dimension, Markdown page) {
        page.paragraph(
                "**%s by %s**, %d enrolled. %s %s",
                dimension.dataset(),
                dimension.dimension(),
                dimension.enrolled(),
                worst("faces not found", dimension.worstNotFound()),
                worst("FPIR", dimension.worstFpir()));
        var rows = new ArrayList<List<String>>();
        dimension.groups().forEach(group -> rows.add(row(group)));
        rows.add(row(dimension.all()));
        page.table(List.of(dimension.dimension(), "photos", "faces found", "95 %", "FPIR", "95 %"), rows);
    }

    private static String worst(String rate, Optional<Worst> worst) {
        return worst.map(group -> String.format(
                        Locale.ROOT,
                        "Worst in %s: %s, %s against a mean of %s of the others%s.",
                        rate,
                        group.group(),
                        percent(group.rate().value()),
                        percent(group.others()),
                        group.isClear() ? "" : " (too few photos to tell)"))
                .orElse("No group is worse in " + rate + ": there is none.");
    }

    private static List<String> row(GroupRates group) {
        return List.of(
                group.group(),
                Integer.toString(group.photos()),
                percent(group.facesFound().value()),
                interval(group.facesFound()),
                percent(group.fpir().value()),
                interval(group.fpir()));
    }

    private static void write(NamedGroups named, Markdown page) {
        page.paragraph(
                "**By first name**, %d of %d people with a first name that suggests a gender; %d people enrolled with"
                        + " one photo each, mean of %d splits, at most five photos of each person; intervals over people.",
                named.covered(), named.people(), named.enrolled(), named.splits());
        page.table(
                List.of("gender", "enrolled people", "FNIR", "95 %", "strangers", "FPIR", "95 %"),
                named.groups().stream().map(GroupsSection::row).toList());
    }

    private static List<String> row(NamedGroupRates group) {
        return List.of(
                group.gender(),
                Integer.toString(group.knownPeople()),
                percent(group.fnir().value()),
                interval(group.fnir()),
                Integer.toString(group.strangers()),
                percent(group.fpir().value()),
                interval(group.fpir()));
    }

    private static String interval(Rate rate) {
        return String.format(Locale.ROOT, "%.1f–%.1f %%", 100 * rate.low(), 100 * rate.high());
    }
}
