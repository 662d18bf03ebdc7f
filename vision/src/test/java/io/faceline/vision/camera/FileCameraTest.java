package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.video.TestVideos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(120)
class FileCameraTest {
    @TempDir
    Path folder;

    @Test
    void file_isPlayedAgainAndAgainAtItsOwnRate() throws Exception {
        var file = TestVideos.make(folder.resolve("größe.mp4"), TestVideos.pattern(10, 1));
        try (var viewer = Viewer.open(FfmpegAddress.file(file))) {
            viewer.watch(26);

            var seconds = Duration.between(
                    viewer.taken.get(0).arrivedAt(), viewer.taken.get(25).arrivedAt());
            assertThat(seconds).isBetween(Duration.ofMillis(2000), Duration.ofMillis(3200));
            assertThat(viewer.end).isEmpty();
        }
    }

    @Test
    void whatIsNoVideo_isRefused() throws Exception {
        var file = Files.writeString(folder.resolve("list.m3u8"), "#EXTM3U\nhttp://127.0.0.1/secret\n");
        try (var viewer = Viewer.open(FfmpegAddress.file(file))) {
            var end = viewer.watchToTheEnd();

            assertThat(end.fault()).isEqualTo(CameraFault.UNDECODABLE);
            assertThat(end).hasMessageContaining("The file is no video");
        }
    }

    @Test
    void missingFile_isUnreachable() throws Exception {
        try (var viewer = Viewer.open(FfmpegAddress.file(folder.resolve("none.mp4")))) {
            assertThat(viewer.watchToTheEnd().fault()).isEqualTo(CameraFault.UNREACHABLE);
        }
    }
}
