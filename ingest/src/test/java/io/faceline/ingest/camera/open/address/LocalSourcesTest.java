package io.faceline.ingest.camera.open.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.vision.camera.CameraException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSourcesTest {
    @TempDir
    Path folder;

    private Path films;
    private Path outside;

    @BeforeEach
    void makeFiles() throws IOException {
        films = Files.createDirectory(folder.resolve("films"));
        outside = Files.writeString(folder.resolve("secret.mp4"), "film");
    }

    @Test
    void film_ofTheFolder_isFound() throws Exception {
        var film = Files.writeString(films.resolve("door.mp4"), "film");

        assertThat(local().film(film.toUri())).isEqualTo(film.toRealPath());
    }

    @Test
    void film_outsideOfTheFolder_isRefusedHoweverItIsNamed() throws IOException {
        var link = Files.createSymbolicLink(films.resolve("link.mp4"), outside);

        refused(local(), outside.toUri());
        refused(local(), link.toUri());
        refused(local(), URI.create("file://" + films + "/../secret.mp4"));
        refused(local(), films.toUri());
        refused(local(), URI.create("file://server" + outside));
    }

    @Test
    void film_withoutAFolder_isRefused() throws IOException {
        var film = Files.writeString(films.resolve("door.mp4"), "film");

        refused(new LocalSources(Optional.empty()), film.toUri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v4l2:///dev/sda", "v4l2:///dev/video0/../sda", "v4l2:///dev/video", "v4l2:///dev/video999"})
    void device_otherThanOfVideo_isRefused(String address) {
        assertThatExceptionOfType(CameraException.class).isThrownBy(() -> local().device(URI.create(address)));
    }

    private LocalSources local() {
        return new LocalSources(Optional.of(films));
    }

    private static void refused(LocalSources local, URI address) {
        assertThatExceptionOfType(CameraException.class).isThrownBy(() -> local.film(address));
    }
}
