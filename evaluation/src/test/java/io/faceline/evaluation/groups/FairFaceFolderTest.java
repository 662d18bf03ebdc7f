package io.faceline.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.evaluation.dataset.EvaluationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairFaceFolderTest {
    @TempDir
    Path folder;

    @Test
    void read_labels_areGroupsThatSortByAge() throws IOException {
        labels("""
                [{"id": "1", "filename": "1.jpg", "age": "3-9", "gender": "Male"},
                 {"id": "2", "filename": "2.jpg", "age": "more than 70", "gender": "Female"}]""");
        var first = Files.createFile(folder.resolve("1.jpg"));
        var second = Files.createFile(folder.resolve("2.jpg"));

        assertThat(FairFaceFolder.read(folder))
                .containsExactly(
                        new GroupPhoto(first, Map.of("age", "03-09", "gender", "male", "age and gender", "03-09 male")),
                        new GroupPhoto(
                                second, Map.of("age", "70+", "gender", "female", "age and gender", "70+ female")));
    }

    @Test
    void read_listedPhotoIsMissing_isNamed() throws IOException {
        labels("[{\"id\": \"1\", \"filename\": \"1.jpg\", \"age\": \"3-9\", \"gender\": \"Male\"}]");

        assertThatThrownBy(() -> FairFaceFolder.read(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("missing photo " + folder.resolve("1.jpg"));
    }

    @Test
    void read_entryWithoutAge_isNamed() throws IOException {
        labels("[{\"id\": \"1\", \"filename\": \"1.jpg\", \"gender\": \"Male\"}]");
        Files.createFile(folder.resolve("1.jpg"));

        assertThatThrownBy(() -> FairFaceFolder.read(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("an entry has no \"age\"");
    }

    @Test
    void read_folderWithoutLabels_isNamed() {
        assertThatThrownBy(() -> FairFaceFolder.read(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("ground_truth.json");
    }

    private void labels(String json) throws IOException {
        Files.writeString(folder.resolve("ground_truth.json"), json);
    }
}
