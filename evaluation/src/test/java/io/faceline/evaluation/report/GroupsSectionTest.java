package io.faceline.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.evaluation.groups.DimensionRates;
import io.faceline.evaluation.groups.GroupRates;
import io.faceline.evaluation.groups.GroupsReport;
import io.faceline.evaluation.groups.NamedGroupRates;
import io.faceline.evaluation.groups.NamedGroups;
import io.faceline.evaluation.groups.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsSectionTest {
    private static final Rate ALL = new Rate(1, 0.9, 1);

    @Test
    void write_worstGroups_areNamed_withWhetherThePhotosSuffice() {
        var clear = dimension("age", group("00-02", 0.2, 0.15, 0.25), group("20-29", 0.01, 0, 0.03));
        var unclear = dimension("gender", group("female", 0.02, 0.01, 0.03), group("male", 0.015, 0, 0.03));

        var page = page(new GroupsReport("model@1", List.of(clear, unclear), null));

        assertThat(page)
                .contains("| 00-02 | 60 | 100.00 % | 90.0–100.0 % | 20.00 % | 15.0–25.0 % |")
                .contains("Worst in FPIR: 00-02, 20.00 % against a mean of 1.00 % of the others.")
                .contains("Worst in FPIR: female, 2.00 % against a mean of 1.50 % of the others (too few photos to"
                        + " tell).")
                .doesNotContain("By first name");
    }

    @Test
    void write_firstNames_sayHowManyPeopleTheyCover() {
        var named = new NamedGroups(
                100,
                80,
                50,
                20,
                List.of(new NamedGroupRates("female", 30, new Rate(0.07, 0.05, 0.1), 20, new Rate(0, 0, 0.16))));

        var page = page(new GroupsReport("model@1", List.of(), named));

        assertThat(page).contains("80 of 100 people").contains("| female | 30 | 7.00 % | 5.0–10.0 % | 20 | 0.00 % |");
    }

    private static String page(GroupsReport report) {
        var page = new Markdown();
        GroupsSection.write(report, page);
        return page.toString();
    }

    private static DimensionRates dimension(String name, GroupRates... groups) {
        return new DimensionRates("FairFace", name, 20, List.of(groups), group("all together", 0.01, 0, 0.02));
    }

    private static GroupRates group(String name, double fpir, double low, double high) {
        return new GroupRates(name, 60, ALL, new Rate(fpir, low, high));
    }
}
