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
            Files.createFile(Files.createDirectory(gallery.resolve(name)).resolve("a.jpg"));
        }
    }

    @Test
    void whatIsNobody_isTold() throws IOException {
        people("Ann");
        Files.createFile(Files.createDirectory(gallery.resolve("Obama")).resolve("IMG_1.HEIC"));
        Files.createDirectory(gallery.resolve("Nobody"));
        Files.createFile(gallery.resolve("loose.jpg"));

        var people = GalleryFolder.read(gallery, new PrintWriter(warnings));

        assertThat(people.get("Ann")).hasSize(1);
        assertThat(warnings.toString().lines())
                .containsExactly(
                        "warning: " + gallery + ": 1 file was left out: 1 .heic",
                        "warning: " + gallery + ": people without a photo, who cannot be recognized: Nobody, Obama",
                        "warning: " + gallery + ": photos beside the folders of people belong to nobody: loose.jpg");
    }

    @Test
    void namesAreNormal_andTwoFormsOfOneAreOnePerson() throws IOException {
        people("Jose\u0301", "Jos\u00e9", "Zoe\u0308");

        var people = GalleryFolder.read(gallery, new PrintWriter(warnings));

        assertThat(people).containsOnlyKeys("Jos\u00e9", "Zo\u00eb");
        assertThat(people.get("Jos\u00e9")).hasSize(2);
        assertThat(warnings.toString().lines()).singleElement().asString().contains("taken as one person");
    }

    @Test
    void namesThatAreHardToTellApart_areTold() throws IOException {
        people("Obama", "obama ");

        var people = GalleryFolder.read(gallery, new PrintWriter(warnings));

        assertThat(people).containsOnlyKeys("Obama", "obama");
        assertThat(warnings.toString().lines())
                .singleElement()
                .asString()
                .contains("\"Obama\" and \"obama \" differ in case or spaces only");
    }
}
