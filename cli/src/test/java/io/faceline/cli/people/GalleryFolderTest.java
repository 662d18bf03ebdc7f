package io.faceline.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryFolderTest {
    @TempDir
    Path gallery;

    private final StringWriter warnings = new StringWriter();

    @Test
    void folderIsSkippedWithOneLine_nameTooLong() throws IOException {
        var tooLong = "n".repeat(230);
        people(tooLong, "Ann");

        var people = GalleryFolder.read(gallery, new PrintWriter(warnings));

        assertThat(people).containsOnlyKeys("Ann");
        assertThat(warnings.toString().lines())
                .containsExactly("warning: the folder \"" + "n".repeat(40)
                        + "…\" was skipped: a name has at most 200 characters");
    }

    @Test
    void folderIsSkippedWithOneLine_controlCharacters() throws IOException {
        people("a\nb", "c\u001b[2J", "d\u202ee", " ", "Ann");

        var people = GalleryFolder.read(gallery, new PrintWriter(warnings));

        assertThat(people).containsOnlyKeys("Ann");
        assertThat(warnings.toString().lines()).hasSize(4).allSatisfy(line -> assertThat(
                        line.chars().noneMatch(Character::isISOControl))
                .isTrue());
    }

    private void people(String... names) throws IOException {
        for (var name : List.of(names)) {
            Files.createDirectory(gallery.resolve(name));
        }
    }
}
