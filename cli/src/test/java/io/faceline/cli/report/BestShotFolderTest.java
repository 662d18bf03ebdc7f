package io.faceline.cli.report;

import static io.faceline.cli.report.TestFootage.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestShotFolderTest {
    @TempDir
    Path folder;

    @Test
    void namedAndTellableGetAPictureOfTheirOwn_inEachVideo() throws IOException {
        var footage = new TestFootage(Map.of("ada", "Ada", "eve", "../Eve"))
                .person("ada", seen(1, 2))
                .person("eve", seen(3, 4))
                .uncertain("ada", seen(5, 6))
                .unknown(true, seen(7, 8))
                .unknown(false, seen(9, 9));
        var shots = BestShotFolder.open(folder.resolve("new/shots"));

        try (var stills = TestFootage.noStills()) {
            shots.write(footage.video("film.mp4"), footage, stills);
            shots.write(footage.video("film.mkv"), footage, stills);
        }

        try (var files = Files.list(folder.resolve("new/shots"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "film-Ada.jpg",
                            "film-.._Eve.jpg",
                            "film-unknown 1.jpg",
                            "film-Ada-2.jpg",
                            "film-.._Eve-2.jpg",
                            "film-unknown 1-2.jpg");
        }
    }

    @Test
    void cropIsShown_frameCannotBeHadAgain() throws IOException {
        var footage = new TestFootage(Map.of("ada", "Ada")).person("ada", seen(1, 2));

        try (var stills = TestFootage.noStills()) {
            BestShotFolder.open(folder).write(footage.video("film.mp4"), footage, stills);
        }

        assertThat(folder.resolve("film-Ada.jpg")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void fileInTheWayIsToldBefore() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> BestShotFolder.open(file)).isInstanceOf(IOException.class);
    }
}
