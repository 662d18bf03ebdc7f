package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.Sha256;
import io.faceline.contracts.catalog.ModelCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
    private final ModelCatalog catalog = ModelCatalog.load(List.of());

    @TempDir
    Path npm;

    @TempDir
    Path extra;

    private ModelFiles files;

    @BeforeEach
    void open() {
        files = ModelFiles.of(catalog, npm, List.of(extra));
    }

    @Test
    void missingFile_saysWhatToRunAndWhereWasSearched() {
        var model = catalog.model("fr_feature");

        assertThat(files.state(model)).isEqualTo(FileState.MISSING);
        assertThatThrownBy(() -> files.read(model))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("fr_feature.onnx")
                .hasMessageContaining("./faceline models fetch")
                .hasMessageContaining(npm.toString())
                .hasMessageContaining(extra.toString());
    }

    @Test
    void damagedFile_saysBothHashes() throws IOException {
        var model = catalog.model("fr_feature");
        var pack = Files.createDirectories(npm.resolve(catalog.defaults().folder()));
        Files.writeString(pack.resolve(model.file()), "no network");

        assertThat(files.state(model)).isEqualTo(FileState.DAMAGED);
        assertThatThrownBy(() -> files.read(model))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(model.sha256().orElseThrow())
                .hasMessageContaining(Sha256.hex("no network"))
                .hasMessageContaining("./faceline models fetch");
    }

    @Test
    void fileWithoutAKnownHash_isReadUnverified() throws IOException {
        var model = catalog.model("sface");
        Files.writeString(extra.resolve(model.file()), "content");

        assertThat(files.state(model)).isEqualTo(FileState.UNVERIFIED);
        assertThat(files.read(model)).asString().isEqualTo("content");
    }

    @Test
    void extraFolders_areSearchedAfterThePack() throws IOException {
        var model = catalog.model("sface");
        var pack = Files.createDirectories(npm.resolve(catalog.defaults().folder()));
        Files.writeString(extra.resolve(model.file()), "extra");

        assertThat(files.find(model)).contains(extra.resolve(model.file()));

        Files.writeString(pack.resolve(model.file()), "pack");
        assertThat(files.find(model)).contains(pack.resolve(model.file()));
    }
}
