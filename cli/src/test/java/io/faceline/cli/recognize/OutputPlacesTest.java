package io.faceline.cli.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs that would replace what the user brought are refused before anything is done. */
class OutputPlacesTest {
    @TempDir
    Path folder;

    private Path photo;

    @BeforeEach
    void writePhoto() throws IOException {
        Files.createDirectories(folder.resolve("photos"));
        photo = Files.writeString(folder.resolve("photos/a.jpg"), "the original");
    }

    @Test
    void copiesAmongTheOriginals_areRefused() {
        var run = CommandLineRun.of("recognize", "--annotate", photos(), photos());

        assertRefused(run, "--annotate: " + photos() + " holds " + photo);
    }

    @Test
    void copiesAmongTheGallery_areRefused() throws IOException {
        var person = Files.createDirectories(folder.resolve("people/Ada"));
        Files.writeString(person.resolve("a.jpg"), "a reference");

        var run = CommandLineRun.of(
                "recognize",
                "--gallery",
                folder.resolve("people").toString(),
                "--annotate",
                person.toString(),
                photos());

        assertRefused(run, "--annotate: " + person + " holds " + person.resolve("a.jpg"));
    }

    @Test
    void bestShotsAmongTheOriginals_areRefused() {
        assertRefused(
                CommandLineRun.of("recognize", "--best-shots", photos(), photo.toString()),
                "--best-shots: " + photos() + " holds " + photo);
    }

    @Test
    void pageOverAFileOfTheUser_isRefused() throws IOException {
        var notes = Files.writeString(folder.resolve("notes.html"), "<p>mine</p>");
        var link = Files.createSymbolicLink(folder.resolve("link.html"), notes);

        assertRefused(
                CommandLineRun.of("recognize", "--report", photo.toString(), photos()),
                "--report: " + photo + " cannot be written");
        assertRefused(
                CommandLineRun.of("recognize", "--report", notes.toString(), photos()),
                "was not written by faceline; choose another name");
        assertRefused(
                CommandLineRun.of("recognize", "--report", link.toString(), photos()),
                "was not written by faceline; choose another name");
        assertThat(notes).hasContent("<p>mine</p>");
    }

    private String photos() {
        return folder.resolve("photos").toString();
    }

    private void assertRefused(CommandLineRun run, String message) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().contains(message);
        assertThat(photo).hasContent("the original");
        assertThat(folder.resolve("photos").toFile().list()).containsExactly("a.jpg");
    }
}
