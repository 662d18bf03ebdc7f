package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.vision.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFetchTest {
    private static final String PACK = "node_modules/faceplugin-face-recognition-js/model";

    @TempDir
    Path folder;

    @Test
    void fetch_fillsTheFolderOnceAndNeverAgain() {
        var fakeNpm = List.of(
                "sh",
                "-c",
                "mkdir -p " + PACK + " && touch " + PACK + "/fr_detect.onnx " + PACK + "/fr_landmark.onnx " + PACK
                        + "/fr_feature.onnx " + PACK + "/fr_eye.onnx " + PACK + "/fr_pose.onnx");
        assertThat(ModelFetch.isComplete(folder)).isFalse();

        ModelFetch.into(folder, fakeNpm);

        assertThat(ModelFetch.isComplete(folder)).isTrue();
        assertThat(folder.resolve("package.json")).content().contains("faceplugin-face-recognition-js");
        assertThat(folder.resolve("package-lock.json")).content().contains("\"integrity\": \"sha512-");
        ModelFetch.into(folder, List.of("false"));
    }

    @Test
    void fetch_runsAgainWhenAModelIsGone() throws IOException {
        fetch_fillsTheFolderOnceAndNeverAgain();

        Files.delete(folder.resolve(PACK).resolve("fr_feature.onnx"));

        assertThat(ModelFetch.isComplete(folder)).isFalse();
    }

    @Test
    void failingNpm_reportsItsOutput() {
        assertThatThrownBy(() -> ModelFetch.into(folder, List.of("sh", "-c", "echo EINTEGRITY; exit 3")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("EINTEGRITY")
                .hasMessageContaining("exit code 3");
        assertThat(ModelFetch.isComplete(folder)).isFalse();
    }

    @Test
    void missingNpm_saysWhatToInstall() {
        assertThatThrownBy(() -> ModelFetch.into(folder, List.of("no-such-npm-anywhere")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("install Node 20 or newer");
    }

    @Test
    void npmFolder_holdsOnlyTheNamedPackages() throws IOException {
        var modules = TestModels.npm().resolve("node_modules");

        assertThat(visible(modules)).containsExactly("@vladmandic", "faceplugin-face-recognition-js");
        assertThat(visible(modules.resolve("@vladmandic"))).containsExactly("face-api");
        assertThat(modules.resolve("faceplugin-face-recognition-js/node_modules"))
                .doesNotExist();
        assertThat(modules.resolve("@vladmandic/face-api/node_modules")).doesNotExist();
    }

    @Test
    void lockFile_namesNoDownloadAddress() throws IOException {
        var lock = Files.readString(TestModels.npm().resolve("package-lock.json"));

        assertThat(lock).doesNotContain("resolved").doesNotContain("http");
    }

    private static List<String> visible(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
