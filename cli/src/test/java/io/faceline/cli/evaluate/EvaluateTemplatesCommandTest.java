package io.faceline.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few people, so that the figures mean nothing but repeat. */
@Tag("slow")
class EvaluateTemplatesCommandTest {
    /** With four photos and more. */
    private static final List<String> SEVERAL =
            List.of("Abdullah_Gul", "Ari_Fleischer", "Jacques_Chirac", "Tony_Blair");

    private static final List<String> ONE = List.of("Ann_Veneman", "Al_Sharpton", "Colin_Powell", "David_Beckham");

    @TempDir
    Path folder;

    @Test
    void templates_fewPeople_printsEveryRowAndRepeats() throws IOException {
        var images = images(4);
        var cache = folder.resolve("cache").toString();

        var first = templates(images, "--gallery-size", "3", "--cache", cache);
        var again = templates(images, "--gallery-size", "3", "--cache", cache);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .containsPattern("1 +no +3 +0\\.00 % \\(0\\.00 / 0\\.00\\)")
                .containsPattern("3 +yes +3 ")
                .containsPattern("3 \\(poor\\) +no +3 ")
                .contains("5        too few photos: nobody has 5")
                .contains("three photos: FNIR 0.00 % at FPIR 0.25 %; goal 2.00 %: reached")
                .contains("6 people with one photo: ")
                .contains("expected calibration error among 3 people");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err()).doesNotContain("embedded");
    }

    @Test
    void templates_json_hasTheRowsAndNoRatesWithoutPhotos() throws IOException {
        var run = templates(images(2), "--gallery-size", "3", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        var report = new ObjectMapper().readTree(run.out());
        assertThat(report.get("rows")).hasSize(14).allSatisfy(row -> {
            assertThat(row.get("having").intValue()).isZero();
            assertThat(row.get("template").isNull()).isTrue();
        });
        assertThat(report.at("/onePhoto/people").intValue()).isEqualTo(6);
    }

    private static CommandLineRun templates(Path images, String... flags) {
        var arguments = new ArrayList<>(List.of("evaluate", "templates", "--images", images.toString()));
        arguments.addAll(List.of(flags));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    /** @param photos of each who has several; the others have two */
    private Path images(int photos) throws IOException {
        var images = Files.createDirectory(folder.resolve("images"));
        for (var person : SEVERAL) {
            copy(person, photos, images);
        }
        for (var person : ONE) {
            copy(person, 2, images);
        }
        return images;
    }

    private static void copy(String person, int photos, Path images) throws IOException {
        var own = Files.createDirectories(images.resolve(person));
        for (var photo = 1; photo <= photos; photo++) {
            var name = String.format("%s_%04d.jpg", person, photo);
            Files.copy(TestPhotos.shared("lfw/" + person + "/" + name), own.resolve(name));
        }
    }
}
