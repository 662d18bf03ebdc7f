package io.faceline.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EvaluateCommandTest {
    private static final String[] PEOPLE = {"Abdullah_Gul", "Al_Sharpton", "Ann_Veneman"};

    @TempDir
    Path folder;

    @Test
    void evaluate_fewPairs_tellsTheFieldsOfTheProtocol() throws IOException {
        var images = TestPhotos.shared("lfw");
        var pairs = Files.writeString(folder.resolve("pairs.txt"), """
                2\t1
                Abdullah_Gul\t1\t2
                Abdullah_Gul\t1\tAnn_Veneman\t1
                Al_Sharpton\t1\t2
                Al_Sharpton\t1\tAnn_Veneman\t2
                """);

        var report = json("--images", images.toString(), "--pairs", pairs.toString());

        assertThat(report.get("accuracy").asDouble()).isEqualTo(1);
        assertThat(report.get("accuracyStd").asDouble()).isZero();
        assertThat(report.get("threshold").asDouble()).isBetween(0.1, 0.6);
        assertThat(report.get("tarAtFar1e-2").asDouble()).isEqualTo(1);
        assertThat(report.get("tarAtFar1e-3").asDouble()).isEqualTo(1);
        assertThat(report.get("eer").asDouble()).isZero();
        assertThat(report.get("facesNotFound").asInt()).isZero();
        assertThat(report.get("msPerFace").asDouble()).isPositive();
    }

    @Test
    void evaluate_openSetOfFewPeople_isTheSameForTheSameSeed() throws IOException {
        var images = fewPeople();

        var first = json("--images", images.toString(), "--open-set", "2", "--seed", "3");
        var again = json("--images", images.toString(), "--open-set", "2", "--seed", "3");

        assertThat(first.get("people").asInt()).isEqualTo(2);
        assertThat(first.get("probes").asInt()).isEqualTo(4);
        assertThat(first.get("strangers").asInt()).isEqualTo(3);
        assertThat(first.get("decided").get("fpir").asDouble()).isZero();
        assertThat(first.get("decided").get("fnir").asDouble()).isZero();
        assertThat(first.get("byThreshold")).isEqualTo(again.get("byThreshold"));
    }

    @Test
    void evaluate_galleryProbesAndStrangers_printsATable() throws IOException {
        var gallery = Files.createDirectory(folder.resolve("gallery"));
        var probes = Files.createDirectory(folder.resolve("probes"));
        var strangers = Files.createDirectory(folder.resolve("strangers"));
        copy("Abdullah_Gul", 1, gallery);
        copy("Abdullah_Gul", 2, probes);
        copy("Ann_Veneman", 1, strangers);

        var run = CommandLineRun.of(
                "evaluate",
                "--gallery",
                gallery.toString(),
                "--probes",
                probes.toString(),
                "--strangers",
                strangers.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("FPIR", "FNIR", "1 people enrolled, 1 photos of them and 1 of strangers");
        assertThat(run.err()).contains("embedded 2 of 2 photos");
    }

    @Test
    void calibrate_fewPeople_printsWhatTheCatalogNeeds() throws IOException {
        var images = fewPeople();
        copy("Aaron_Sorkin", 1, images);
        copy("Aaron_Sorkin", 2, images);

        var run = CommandLineRun.of(
                "evaluate",
                "calibrate",
                "--images",
                images.toString(),
                "--gallery-size",
                "1",
                "--threshold-gallery-size",
                "2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"calibration\": {\"slope\": ", "\"gallerySize\": 1}", "by margin");
    }

    @Test
    void calibrate_enoughPeopleForTwoSizes_printsThresholdsBySize() throws IOException {
        var images = Files.createDirectory(folder.resolve("images"));
        try (var people = Files.list(TestPhotos.shared("lfw/Ann_Veneman").getParent())) {
            for (var person :
                    people.filter(Files::isDirectory).sorted().limit(40).toList()) {
                copyTwo(person, images);
            }
        }

        var run = CommandLineRun.of(
                "evaluate",
                "calibrate",
                "--images",
                images.toString(),
                "--gallery-size",
                "2",
                "--threshold-gallery-size",
                "2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("40 people, one photo each enrolled, everybody else a stranger; 20 splits:")
                .containsPattern("\"match\": \\{\"at500\": 0\\.\\d+, \"perLog\": -?0\\.\\d+, \"minPeople\": 10}")
                .contains("Beyond 30 people nothing was measured.");
    }

    @Test
    void evaluate_withoutAWay_saysWhichThereAre() {
        var run = CommandLineRun.of("evaluate");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--pairs", "--open-set", "--gallery");
    }

    @Test
    void evaluate_twoWaysAtOnce_isRefused() {
        var run = CommandLineRun.of("evaluate", "--images", ".", "--pairs", "pairs.txt", "--open-set", "2");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--pairs can be combined with --images only");
    }

    @Test
    void evaluate_pairsFileWithAMissingPhoto_saysWhere() throws IOException {
        var pairs = Files.writeString(folder.resolve("pairs.txt"), "2\t1\nAda\t1\t2\n");

        var run = CommandLineRun.of("evaluate", "--images", folder.toString(), "--pairs", pairs.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("line 2").contains("Ada_0001.jpg");
    }

    private static JsonNode json(String... arguments) {
        var all = new String[arguments.length + 2];
        all[0] = "evaluate";
        all[1] = "--json";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        var run = CommandLineRun.of(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.jsonLines().get(0);
    }

    private static void copyTwo(Path person, Path images) throws IOException {
        var own = Files.createDirectory(images.resolve(person.getFileName()));
        try (var photos = Files.list(person)) {
            for (var photo : photos.sorted().limit(2).toList()) {
                Files.copy(photo, own.resolve(photo.getFileName()));
            }
        }
    }

    /** Three people with three photos each. */
    private Path fewPeople() throws IOException {
        var images = Files.createDirectory(folder.resolve("images"));
        for (var person : PEOPLE) {
            for (var photo = 1; photo <= 3; photo++) {
                copy(person, photo, images);
            }
        }
        return images;
    }

    private static void copy(String person, int photo, Path to) throws IOException {
        var name = String.format("%s_%04d.jpg", person, photo);
        var source = TestPhotos.shared("lfw/" + person + "/" + name);
        Files.copy(source, Files.createDirectories(to.resolve(person)).resolve(name));
    }
}
