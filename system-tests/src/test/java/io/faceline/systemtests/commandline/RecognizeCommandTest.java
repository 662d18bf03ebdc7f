package io.faceline.systemtests.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with the in-process Kafka and all stages. */
@Tag("slow")
class RecognizeCommandTest {
    @TempDir
    Path folder;

    @Test
    void enrolledWoman_isFoundInAnotherPhotoAmongStrangers() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");

        var run = CommandLineRun.of(
                "recognize",
                "--json",
                "--gallery",
                gallery.toString(),
                "--annotate",
                folder.resolve("out").toString(),
                TestPhotos.sample(3).toString(),
                TestPhotos.sample(2).toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        var photos = run.jsonLines();
        assertThat(photos)
                .extracting(
                        line -> Path.of(line.get("file").asText()).getFileName().toString())
                .containsExactly("sample3.jpg", "sample2.jpg");
        assertThat(people(photos.get(0))).containsOnlyOnce("Zoë");
        assertThat(people(photos.get(1))).doesNotContain("Zoë").isNotEmpty();
        var match = faces(photos.get(0)).stream()
                .filter(face -> face.get("decision").asText().equals("match"))
                .findFirst()
                .orElseThrow();
        assertThat(match.get("similarity").asDouble()).isBetween(0.55, 0.9);
        assertThat(match.get("candidates").get(0).get("person").asText()).isEqualTo("Zoë");
        assertThat(folder.resolve("out/sample3.jpg")).exists();
    }

    @Test
    void damagedFiles_failAlone() throws Exception {
        var empty = Files.createFile(folder.resolve("empty.jpg"));
        var text = Files.writeString(folder.resolve("text.jpg"), "This is no photo.");
        var whole = Files.readAllBytes(TestPhotos.sample(2));
        var cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 2));
        var missing = folder.resolve("missing.jpg");

        var run = CommandLineRun.of(
                "recognize",
                "--json",
                empty.toString(),
                TestPhotos.sample(2).toString(),
                text.toString(),
                cut.toString(),
                missing.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.jsonLines())
                .extracting(line -> line.path("error").path("code").asText("ok"))
                .containsExactly("EMPTY_FILE", "ok", "UNSUPPORTED_FORMAT", "DAMAGED_IMAGE", "UNREADABLE_FILE");
        var whole2 = run.jsonLines().get(1);
        assertThat(faces(whole2)).isNotEmpty();
        assertThat(whole2.get("position").isNull()).isTrue();
        assertThat(faces(whole2).get(0).get("similarity").isNull()).isTrue();
    }

    @Test
    void wrongUsage_exitsWith2AndSaysWhy() {
        assertThat(CommandLineRun.of("recognize").exitCode()).isEqualTo(2);
        var run = CommandLineRun.of(
                "recognize", "--gallery", folder.resolve("none").toString(), "x.jpg");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not a folder");
    }

    @Test
    void unknownDetector_isWrongUsage() {
        var run = CommandLineRun.of(
                "recognize", "--detector", "nonesuch", TestPhotos.sample(1).toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nonesuch").contains("rfb320");
    }

    @Test
    void knownPeople_areNamed_andStrangersAreNot() {
        var run = CommandLineRun.of(
                "recognize",
                "--json",
                "--gallery",
                TestPhotos.shared("photos/face_recognition/train").toString(),
                TestPhotos.shared("photos/face_recognition/test").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        var named = new ArrayList<String>();
        run.jsonLines()
                .forEach(line -> named.add(Path.of(line.get("file").asText()).getFileName() + " "
                        + people(line).stream()
                                .filter(name -> !name.equals("null"))
                                .sorted()
                                .toList()));
        assertThat(named)
                .containsExactly(
                        "alex_lacamoire1.jpg [alex_lacamoire]",
                        "johnsnow_test1.jpg []",
                        "kit_with_rose.jpg [rose_leslie]",
                        "obama1.jpg [obama]",
                        "obama_and_biden.jpg [biden, obama]");
    }

    @Test
    void groupPhotoOfSixStrangers_isSixTimesUnknown() {
        var run = CommandLineRun.of(
                "recognize",
                "--json",
                "--gallery",
                TestPhotos.shared("photos/face_recognition/train").toString(),
                TestPhotos.shared("photos/insightface/t1.jpg").toString());

        assertThat(faces(run.jsonLines().get(0)))
                .hasSize(6)
                .allSatisfy(face -> assertThat(face.get("decision").asText()).isEqualTo("unknown"));
    }

    private static List<JsonNode> faces(JsonNode line) {
        return StreamSupport.stream(line.get("faces").spliterator(), false).toList();
    }

    private static List<String> people(JsonNode line) {
        return faces(line).stream().map(face -> face.get("person").asText()).toList();
    }
}
