package io.faceline.vision.video;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;

/** Generates videos for tests with the ffmpeg program of the library, so that none are committed. */
public final class TestVideos {
    private static final int SECONDS_TO_MAKE_ONE = 60;

    private TestVideos() {}

    /** A moving pattern of 160 × 120 pixels. */
    public static List<String> pattern(int framesPerSecond, double seconds) {
        return List.of("-f", "lavfi", "-i", "testsrc2=s=160x120:r=" + framesPerSecond + ":d=" + seconds);
    }

    public static List<String> sound(double seconds) {
        return List.of("-f", "lavfi", "-i", "sine=d=" + seconds);
    }

    /** Quarters in red, green above blue, white, which differ in every orientation. */
    static List<String> quarters(int width, int height) {
        var quarter = ":r=5:d=1:s=" + width / 2 + "x" + height / 2;
        var inputs = new ArrayList<String>();
        for (var colour : List.of("red", "lime", "blue", "white")) {
            inputs.addAll(List.of("-f", "lavfi", "-i", "color=" + colour + quarter));
        }
        inputs.addAll(List.of("-filter_complex", "[0][1]hstack[a];[2][3]hstack[b];[a][b]vstack"));
        return inputs;
    }

    /** Encodes two seconds of the pattern at 25 frames per second. */
    public static Path make(Path file, String... encoding) {
        return make(file, pattern(25, 2), encoding);
    }

    /** Encodes the given inputs with FFmpeg. */
    public static Path make(Path file, List<String> inputs, String... encoding) {
        var program = program();
        var command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-y", "-loglevel", "error"));
        command.addAll(inputs);
        command.addAll(List.of("-bitexact"));
        command.addAll(List.of(encoding));
        command.add("file:" + file.toAbsolutePath());
        run(command, program.getParent().toString());
        return file;
    }

    /** Unpacked, not loaded: with it Java would load FFmpeg's devices, and the libraries of sound cards and screens. */
    public static Path program() {
        try {
            var folder = Loader.cacheResource(TestVideos.class, "/org/bytedeco/ffmpeg/" + Loader.getPlatform() + "/");
            var ending = Loader.loadProperties().getProperty("platform.executable.suffix", "");
            var program = folder.toPath().resolve("ffmpeg" + ending);
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " is not there");
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command, String libraries) {
        try {
            var log = File.createTempFile("ffmpeg", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
            builder.environment().put("LD_LIBRARY_PATH", libraries);
            var process = builder.start();
            if (!process.waitFor(SECONDS_TO_MAKE_ONE, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command + ": " + Files.readString(log.toPath()));
            }
            Files.delete(log.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** All frames, decoded in this process. */
    static List<VideoFrame> frames(Path file) throws VideoException {
        return frames(file, 1000);
    }

    static List<VideoFrame> frames(Path file, double framesPerSecond) throws VideoException {
        try (var video = VideoFile.open(file, kind(file), VideoLimits.DEFAULT, framesPerSecond)) {
            return rest(video);
        }
    }

    static List<VideoFrame> rest(VideoFile video) throws VideoException {
        var frames = new ArrayList<VideoFrame>();
        for (var frame = video.next(); frame.isPresent(); frame = video.next()) {
            frames.add(frame.get());
        }
        return frames;
    }

    static VideoKind kind(Path file) {
        try {
            return VideoKind.of(file).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Double> positions(List<VideoFrame> frames) {
        return frames.stream().map(VideoFrame::position).toList();
    }

    /** Truncates a file to a fraction of its size. */
    static Path cut(Path whole, double share) {
        try {
            var bytes = Files.readAllBytes(whole);
            var part = whole.resolveSibling("cut-" + whole.getFileName());
            return Files.write(part, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
