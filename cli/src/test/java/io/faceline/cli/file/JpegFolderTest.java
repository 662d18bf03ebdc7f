package io.faceline.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.cli.command.CommandFailure;
import io.faceline.runtime.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegFolderTest {
    @TempDir
    Path folder;

    @Test
    void folderThatHoldsAnInput_isRefused_howeverItIsWritten() throws IOException {
        var photos = Files.createDirectories(folder.resolve("photos"));
        var input = List.of(Files.createFile(photos.resolve("a.jpg")));
        var link = Files.createSymbolicLink(folder.resolve("link"), photos);

        for (var same : List.of(photos, link, photos.resolve("../photos"))) {
            assertThatThrownBy(() -> JpegFolder.openApartFrom(input, "--annotate", same))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("--annotate: " + same + " holds " + input.get(0))
                    .hasMessageContaining("choose a folder of its own");
        }
        assertThat(JpegFolder.openApartFrom(input, "--annotate", folder)).isNotNull();
        assertThat(JpegFolder.openApartFrom(input, "--annotate", photos.resolve("out")))
                .isNotNull();
    }

    @Test
    void newFolder_isTheOwnersAlone_andAnExistingOneStaysAsItIs() throws IOException {
        var made = folder.resolve("new/best");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        JpegFolder.open(made);
        JpegFolder.open(folder);

        assertThat(OwnerOnly.isOpenToOthers(made)).isFalse();
        assertThat(OwnerOnly.isOpenToOthers(made.getParent())).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void fileOfTheUser_keepsItsName() throws IOException {
        var own = Files.writeString(folder.resolve("a.jpg"), "mine");
        var link = Files.createSymbolicLink(folder.resolve("b.jpg"), own);
        for (var run = 0; run < 2; run++) {
            var to = JpegFolder.open(folder);
            to.write("a", WrittenFileTest.jpeg(0));
            to.write("b", WrittenFileTest.jpeg(0));
        }

        assertThat(own).hasContent("mine");
        assertThat(link).isSymbolicLink();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.jpg", "a-2.jpg", "b.jpg", "b-2.jpg");
        }
    }
}
