package io.faceline.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
