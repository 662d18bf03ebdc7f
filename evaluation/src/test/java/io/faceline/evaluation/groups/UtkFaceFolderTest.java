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

class UtkFaceFolderTest {
    @TempDir
    Path folder;

    @Test
    void read_names_areLabels() throws IOException {
        var child = Files.createFile(folder.resolve("9_1_3_20161220215952636.jpg.chip.jpg"));
        Files.createFile(folder.resolve("39_1_20170116174525125.jpg.chip.jpg"));

        assertThat(UtkFaceFolder.read(folder))
                .as("a photo without a complete label is left out")
                .containsExactly(
                        new GroupPhoto(child, Map.of("age", "03-09", "gender", "female", "appearance", "Indian")));
    }

    @Test
    void read_agesOnBorders_areInTheGroupThatTheyBegin() {
        assertThat(Ages.group(0)).isEqualTo("00-02");
        assertThat(Ages.group(3)).isEqualTo("03-09");
        assertThat(Ages.group(69)).isEqualTo("60-69");
        assertThat(Ages.group(70)).isEqualTo("70+");
        assertThat(Ages.group(116)).isEqualTo("70+");
    }

    @Test
    void read_otherPhotos_areRefused() throws IOException {
        Files.createFile(folder.resolve("holiday.jpg"));

        assertThatThrownBy(() -> UtkFaceFolder.read(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("AGE_GENDER_APPEARANCE_DATE");
    }
}
