package io.faceline.vision.camera;

import io.faceline.vision.video.TestVideos;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The streams of cameras for tests: a moving pattern of twelve seconds at ten pictures a second, made once. */
final class CameraClips {
    static final int PICTURES = 120;

    private static final Path FOLDER = folder();

    private CameraClips() {}

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("camera-clips");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 640 × 360, a key frame a second. */
    static Path h264() {
        return h264("one", 10, "scale=640:360");
    }

    /** One key frame in twelve seconds. */
    static Path slow() {
        return h264("slow", PICTURES, "scale=640:360");
    }

    /** 1280 × 720. */
    static Path big() {
        return h264("big", 10, "scale=1280:720");
    }

    /** Nothing but blue. */
    static Path blue() {
        return h264("blue", 10, "drawbox=color=blue:t=fill");
    }

    private static synchronized Path h264(String name, int keyFrameEvery, String filter) {
        var file = FOLDER.resolve(name + ".h264");
        if (!Files.exists(file)) {
            file.toFile().deleteOnExit();
            var options = "-allow_skip_frames 0 -rc_mode off -b:v 400k -bsf:v dump_extra -f h264";
            var encoding = new ArrayList<>(List.of("-vf", filter + ",setsar=1,format=yuv420p", "-c:v", "libopenh264"));
            encoding.addAll(List.of("-g", "" + keyFrameEvery));
            encoding.addAll(List.of(options.split(" ", -1)));
            TestVideos.make(file, pattern(), encoding.toArray(String[]::new));
        }
        return file;
    }

    private static List<String> pattern() {
        return List.of("-f", "lavfi", "-i", "testsrc2=s=640x360:r=10:d=12");
    }

    /** With x265, which has B-frames; skips the test without it. */
    static synchronized Path h265() {
        var program = System.getProperty("faceline.x265", "x265");
        Assumptions.assumeTrue(FakeCamera.isInstalled(program), "x265 is missing");
        var file = FOLDER.resolve("one.h265");
        if (!Files.exists(file)) {
            file.toFile().deleteOnExit();
            var raw = TestVideos.make(FOLDER.resolve("one.y4m"), pattern(), "-pix_fmt", "yuv420p");
            raw.toFile().deleteOnExit();
            var options = "--preset ultrafast --keyint 10 --repeat-headers --bitrate 400 -o";
            var command = new ArrayList<>(List.of(program, "--y4m", raw.toString()));
            command.addAll(List.of(options.split(" ", -1)));
            command.add(file.toString());
            run(command);
        }
        return file;
    }

    /** Pictures of 640 × 360, each another. */
    static List<byte[]> jpegs(int count) {
        try {
            var jpegs = new ArrayList<byte[]>();
            for (var i = 0; i < count; i++) {
                var file = FOLDER.resolve("picture-" + i + ".jpg");
                file.toFile().deleteOnExit();
                TestVideos.make(
                        file, pattern(), "-ss", "" + i, "-frames:v", "1", "-update", "1", "-q:v", "4", "-f", "image2");
                jpegs.add(Files.readAllBytes(file));
            }
            return jpegs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"))
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
