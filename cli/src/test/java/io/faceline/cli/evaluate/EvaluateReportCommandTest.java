package io.faceline.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EvaluateReportCommandTest {
    private static final String[] PEOPLE = {"Abdullah_Gul", "Al_Sharpton", "Ann_Veneman"};

    @TempDir
    Path folder;

    @Test
    void report_fewPeople_writesPageAndPlots() throws Exception {
        var images = fewPeople();
        var pairs = Files.writeString(folder.resolve("pairs.txt"), """
                2\t1
                Abdullah_Gul\t1\t2
                Abdullah_Gul\t1\tAnn_Veneman\t1
                Al_Sharpton\t1\t2
                Al_Sharpton\t1\tAnn_Veneman\t2
                """);
        var to = folder.resolve("new/report");

        var run = report(
                to, "--images", images.toString(), "--pairs", pairs.toString(), "--gallery-size", "2", "--photos", "1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().strip()).isEqualTo(to.resolve("report.md").toString());
        assertThat(run.err()).contains("embedded 2 of 2 photos, blur 6");
        var page = Files.readString(to.resolve("report.md"));
        assertThat(page)
                .contains("faceline evaluate report " + to)
                .contains("2 people enrolled with one photo each, 1 photos of them and 1 of strangers")
                .contains("100.00 % ± 0.00 %")
                .contains("| none | 100.00 % | 0.00 % | 0.00 % | 0 | 0 | 1 | 0 |");
        for (var plot : page.lines().filter(line -> line.startsWith("![")).toList()) {
            assertIsSvg(to.resolve(plot.substring(plot.indexOf('(') + 1, plot.length() - 1)));
        }
    }

    @Test
    void report_tooFewPeople_saysHowManyThereAre() throws IOException {
        var run = report(folder.resolve("report"), "--images", fewPeople().toString(), "--gallery-size", "4");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot enroll 4 people: 3 have the two required photos");
    }

    @Test
    void report_everybodyEnrolled_saysThatStrangersAreMissing() throws IOException {
        var run = report(folder.resolve("report"), "--images", fewPeople().toString(), "--gallery-size", "3");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no strangers are left");
    }

    @Test
    void report_intoAFile_saysSo() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "");

        var run = report(file, "--images", fewPeople().toString(), "--gallery-size", "2");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be written to " + file);
    }

    @Test
    void report_intoAFolderOfTheUser_isRefused() throws IOException {
        var taken = Files.createDirectories(folder.resolve("taken"));
        var notes = Files.writeString(taken.resolve("report.md"), "# My own");

        var run = report(taken, "--images", fewPeople().toString(), "--gallery-size", "2");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("which is no part of an earlier report; choose a new folder");
        assertThat(notes).hasContent("# My own");
    }

    private static CommandLineRun report(Path to, String... flags) {
        var arguments = new ArrayList<>(List.of("evaluate", "report", to.toString()));
        arguments.addAll(List.of(flags));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private static void assertIsSvg(Path file) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("circle").getLength()).isPositive();
    }

    /** Three people with three photos each. */
    private Path fewPeople() throws IOException {
        var images = Files.createDirectory(folder.resolve("images"));
        for (var person : PEOPLE) {
            var own = Files.createDirectories(images.resolve(person));
            for (var photo = 1; photo <= 3; photo++) {
                var name = String.format("%s_%04d.jpg", person, photo);
                Files.copy(TestPhotos.shared("lfw/" + person + "/" + name), own.resolve(name));
            }
        }
        return images;
    }
}
