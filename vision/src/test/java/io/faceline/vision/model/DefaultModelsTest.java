package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultModelsTest {
    @TempDir
    Path clone;

    @Test
    void codeInAClone_usesItsFolder() throws IOException {
        var npm = Files.createDirectories(clone.resolve("models/npm"));
        Files.writeString(npm.resolve("package.json"), "{}");

        assertThat(DefaultModels.cloneAround(clone.resolve("cli/target/faceline.jar")))
                .contains(npm);
    }

    @Test
    void codeElsewhere_isInNoClone() {
        assertThat(DefaultModels.cloneAround(clone.resolve("faceline.jar"))).isEmpty();
    }
}
