package io.faceline.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EvaluateGroupsCommandTest {
    private static final List<String> PEOPLE = List.of(
            "Abdullah_Gul",
            "Al_Sharpton",
            "Ann_Veneman",
            "Ari_Fleischer",
            "Jennifer_Capriati",
            "Jacques_Chirac",
            "Catherine_Zeta-Jones",
            "Colin_Powell",
            "David_Beckham",
            "David_Nalbandian",
            "Tony_Blair",
            "Hugo_Chavez");

    @TempDir
    Path folder;

    @Test
    void groups_ofUtkFace_haveRatesWithIntervals() throws IOException {
        var run = CommandLineRun.of("evaluate", "groups", utkFace().toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("UTKFace by age, 4 people of each group enrolled")
                .contains("UTKFace by gender, 2 people of each group enrolled")
                .containsPattern("male +6 +100.00 % \\(60.97 % to 100.00 %\\) +0.00 % \\(0.00 % to 39.03 %\\)")
                .contains("worst in FPIR: none in any group");
    }

    @Test
    void groups_withImages_haveRatesByFirstName() throws IOException {
        var run = CommandLineRun.of(
                "evaluate", "groups", "--images", images().toString(), "--gallery-size", "4", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        var report = new ObjectMapper().readTree(run.out());
        assertThat(report.at("/dimensions")).isEmpty();
        assertThat(report.at("/byName/covered").intValue()).isEqualTo(4);
        assertThat(report.at("/byName/groups").findValuesAsText("gender")).containsExactly("female", "male");
        assertThat(report.at("/byName/groups/0/fnir/value").doubleValue()).isZero();
    }

    @Test
    void groups_folderOfNeither_isRefused() throws IOException {
        var run = CommandLineRun.of("evaluate", "groups", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("must hold a folder fairface or utkface");
    }

    @Test
    void groups_ofNothing_isRefused() {
        var run = CommandLineRun.of("evaluate", "groups");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("required: DIR, --images or both");
    }

    /** Twelve different people with invented labels. */
    private Path utkFace() throws IOException {
        var groups = Files.createDirectory(folder.resolve("groups"));
        var utkFace = Files.createDirectory(groups.resolve("utkface"));
        for (var i = 0; i < PEOPLE.size(); i++) {
            Files.copy(photo(PEOPLE.get(i), 1), utkFace.resolve("25_" + i % 2 + "_0_" + i + ".jpg"));
        }
        return groups;
    }

    /** Five people with two photos each, one of them with a first name that is not in the list. */
    private Path images() throws IOException {
        var images = Files.createDirectory(folder.resolve("images"));
        for (var person :
                List.of("Ann_Veneman", "Catherine_Zeta-Jones", "Colin_Powell", "Ari_Fleischer", "Tony_Blair")) {
            var own = Files.createDirectory(images.resolve(person));
            for (var number = 1; number <= 2; number++) {
                var photo = photo(person, number);
                Files.copy(photo, own.resolve(photo.getFileName()));
            }
        }
        return images;
    }

    private static Path photo(String person, int number) {
        return TestPhotos.shared(String.format("lfw/%s/%s_%04d.jpg", person, person, number));
    }
}
