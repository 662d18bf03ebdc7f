package io.faceline.evaluation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFolderTest {
    @TempDir
    Path folder;

    @Test
    void read_foldersOfPeople_takesTheirPhotosOnly() throws IOException {
        photo("Bob Müller", "b.JPG");
        photo("Ada", "2.png");
        photo("Ada", "1.jpg");
        photo("Ada", "notes.txt");
        photo("Ada", ".hidden.jpg");
        Files.createDirectory(folder.resolve("Nobody"));
        Files.createFile(folder.resolve("pairs.txt"));

        var people = LabelledFolder.read("--images", folder);

        assertThat(people.keySet()).containsExactly("Ada", "Bob Müller");
        assertThat(people.get("Ada"))
                .containsExactly(
                        folder.resolve("Ada").resolve("1.jpg"),
                        folder.resolve("Ada").resolve("2.png"));
    }

    @Test
    void read_folderWithoutPeople_saysHowItMustBe() {
        assertThatThrownBy(() -> LabelledFolder.read("--gallery", folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("--gallery")
                .hasMessageContaining("one folder of photos per person");
    }

    @Test
    void read_noFolder_saysSo() {
        assertThatThrownBy(() -> LabelledFolder.read("--probes", folder.resolve("none")))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("is not a folder");
    }

    private void photo(String person, String name) throws IOException {
        Files.createDirectories(folder.resolve(person));
        Files.createFile(folder.resolve(person).resolve(name));
    }
}
