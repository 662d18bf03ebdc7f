package io.faceline.systemtests.cameras;

import io.faceline.vision.video.TestVideos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The clips that fake cameras play: a moving pattern of twelve seconds. */
final class CameraClipFiles {
    private final Path folder;

    CameraClipFiles(Path folder) {
        this.folder = folder;
    }

    /** With H.265 only where GStreamer is. */
    void make() {
        h264("one", 640, 360);
        h264("big", 1280, 720);
        TestVideos.make(
                path("one.mjpeg"), TestVideos.pattern(5, 12), "-vf", "scale=640:360", "-c:v", "mjpeg", "-q:v", "6");
        if (CameraProgram.hasGstreamer()) {
            CameraProgram.h265(path("one.h265"));
        }
    }

    private void h264(String name, int width, int height) {
        var filter = "scale=" + width + ":" + height + ",setsar=1,format=yuv420p";
        var encoding =
                List.of("-vf", filter, "-c:v", "libopenh264", "-g", "10", "-b:v", "400k", "-allow_skip_frames", "0");
        var target = new java.util.ArrayList<>(encoding);
        target.addAll(List.of("-rc_mode", "off", "-bsf:v", "dump_extra", "-f", "h264"));
        TestVideos.make(path(name + ".h264"), TestVideos.pattern(10, 12), target.toArray(String[]::new));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Optional<Path> h265() {
        return Optional.of(path("one.h265")).filter(Files::exists);
    }
}
