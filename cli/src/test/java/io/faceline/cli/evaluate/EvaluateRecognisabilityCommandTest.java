package io.faceline.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.Blob;
import io.faceline.matcher.recognisability.Recognisability;
import io.faceline.matcher.recognisability.RecognisabilityFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form: few people, so that the figures mean nothing but repeat. */
@Tag("slow")
class EvaluateRecognisabilityCommandTest {

    @TempDir
    Path folder;

    @Test
    void page_fewPeople_hasEveryTableAndRepeats() throws IOException {
        var images = people(18);
        var cache = folder.resolve("cache").toString();

        var first = measure(images, "--gallery-size", "8", "--splits", "2", "--cache", cache);
        var again = measure(images, "--gallery-size", "8", "--splits", "2", "--cache", cache);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out())
                .contains("faceline evaluate recognisability --images " + images)
                .contains("| clean |", "| turned 180 |", "| mask and sunglasses |", "| non-faces |")
                .contains("Few poor references among 8", "Clean photos by number of people");
        assertThat(withoutTime(again.out())).isEqualTo(withoutTime(first.out()));
        assertThat(again.err()).doesNotContain("embedded");
    }

    @Test
    void file_fewPhotos_isThatOfTheEmbedder() throws IOException {
        // Two fifths of them are tuned on.
        var images = people(30);
        var photos = Files.createDirectory(folder.resolve("photos"));
        try (var all = Files.walk(images)) {
            for (var photo : all.filter(Files::isRegularFile).sorted().limit(6).toList()) {
                Files.copy(photo, photos.resolve(photo.getFileName()));
            }
        }
        var file = folder.resolve("learned.json");

        var run = CommandLineRun.of(
                "evaluate",
                "learn-recognisability",
                file.toString(),
                "--photos",
                photos.toString(),
                "--images",
                images.toString(),
                "--learned-from",
                "six photos");

        assertThat(run.exitCode()).as(run.err()).isZero();
        var facts = RecognisabilityFacts.read(Blob.wrap(Files.readAllBytes(file)));
        assertThat(facts.model()).startsWith("fr_feature@");
        assertThat(facts.learnedFrom()).isEqualTo("six photos");
        assertThat(facts.dimension()).isEqualTo(512);
        var means = facts.classMeans();
        var measures = new Recognisability(facts);
        assertThat(measures.measure(means.get(0), 2.0).turned())
                .isLessThan(measures.measure(facts.clusters().get(0), 5.0).turned());
    }

    @Test
    void everybodyMissing_isSaid() {
        var run = measure(folder.resolve("missing"), "--splits", "1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--images").contains("is not a folder");
    }

    private static String withoutTime(String page) {
        return page.substring(0, page.indexOf("**Time**"));
    }

    private static CommandLineRun measure(Path images, String... flags) {
        var arguments = new ArrayList<>(List.of("evaluate", "recognisability", "--images", images.toString()));
        arguments.addAll(List.of(flags));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    /** The first people of LFW, with at most two photos each. */
    private Path people(int count) throws IOException {
        var images = Files.createDirectory(folder.resolve("images"));
        try (Stream<Path> all = Files.list(TestPhotos.shared("lfw/Ann_Veneman").getParent())) {
            for (var person :
                    all.filter(Files::isDirectory).sorted().limit(count).toList()) {
                copy(person, Files.createDirectory(images.resolve(person.getFileName())));
            }
        }
        return images;
    }

    private static void copy(Path person, Path to) throws IOException {
        try (var photos = Files.list(person)) {
            for (var photo : photos.sorted().limit(2).toList()) {
                Files.copy(photo, to.resolve(photo.getFileName()));
            }
        }
    }
}
