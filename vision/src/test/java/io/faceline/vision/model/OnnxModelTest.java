package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.frame.Lane;
import io.faceline.vision.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {
    private final InferenceSettings settings = TestModels.inference();

    @Test
    void corruptFile_isAModelException(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("broken.onnx"), "no network");

        assertThatThrownBy(() -> OnnxModel.open(file, settings))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("broken.onnx")
                .hasMessageContaining("cannot be loaded");
    }

    @Test
    void networkThatDiffersFromTheCatalog_isReported() {
        var catalog = ModelCatalog.load(List.of());
        var files = ModelFiles.of(catalog, TestModels.npm(), List.of());

        try (var model = OnnxModel.open("fr_eye", files.read(catalog.model("fr_eye")), settings)) {
            assertThatThrownBy(() -> model.check("input", Set.of("embedding")))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("[output]")
                    .hasMessageContaining("[embedding]")
                    .hasMessageContaining("catalog.json");
        }
    }

    @Test
    void cudaWithoutAGpuBuild_fallsBackToTheCpu() {
        var catalog = ModelCatalog.load(List.of());
        var files = ModelFiles.of(catalog, TestModels.npm(), List.of());
        var cuda = new InferenceSettings(Device.CUDA, 1, new InferencePermits(1), Lane.BULK);

        try (var model = ImageModel.open(files, catalog.model("fr_eye"), cuda)) {
            ImageModel.Pixels grey = pixels -> java.util.Arrays.fill(pixels, (byte) 127);
            assertThat(model.run(List.of(grey), List.of("output")).get(0)).hasSize(2);
        }
    }

    @Test
    void close_mayBeCalledTwice() {
        var catalog = ModelCatalog.load(List.of());
        var files = ModelFiles.of(catalog, TestModels.npm(), List.of());
        var model = OnnxModel.open("fr_eye", files.read(catalog.model("fr_eye")), settings);

        model.close();
        model.close();
    }

    /** It ended the JVM when a stage was closed that still had a frame to process. */
    @Test
    void close_waitsForTheInferenceThatHasBegun() throws InterruptedException {
        var catalog = ModelCatalog.load(List.of());
        var files = ModelFiles.of(catalog, TestModels.npm(), List.of());
        var model = ImageModel.open(files, catalog.model("fr_feature"), settings);
        var outputs = List.of(model.facts().output("embedding"));
        var begun = new CountDownLatch(1);
        var failure = new AtomicReference<RuntimeException>();
        var thread = new Thread(() -> {
            while (failure.get() == null) {
                try {
                    model.run(List.of((byte[] pixels) -> begun.countDown()), outputs);
                } catch (RuntimeException e) {
                    failure.set(e);
                }
            }
        });
        thread.start();
        begun.await();

        model.close();

        thread.join();
        assertThat(failure.get()).hasMessageContaining("closed");
    }
}
