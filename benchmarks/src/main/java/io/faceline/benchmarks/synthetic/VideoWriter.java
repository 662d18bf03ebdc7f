package io.faceline.benchmarks.synthetic;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleFunction;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Encodes images as a video with the ffmpeg program of the library. Deterministic. */
public final class VideoWriter {
    public static final int FRAMES_PER_SECOND = 25;
    private static final long TIMEOUT_SECONDS = 60;

    private VideoWriter() {}

    /**
     * @param picture returns the image at a position in seconds: {@link BufferedImage#TYPE_3BYTE_BGR}, all of one even size
     * @return the file, an MP4
     */
    public static Path write(Path file, double seconds, DoubleFunction<BufferedImage> picture)
            throws IOException, InterruptedException {
        var first = picture.apply(0);
        var process = start(file, first.getWidth() + "x" + first.getHeight());
        try (var pixels = new BufferedOutputStream(process.getOutputStream())) {
            for (var i = 0; i < seconds * FRAMES_PER_SECOND; i++) {
                var frame = picture.apply((double) i / FRAMES_PER_SECOND);
                pixels.write(((DataBufferByte) frame.getRaster().getDataBuffer()).getData());
            }
        }
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("ffmpeg cannot write " + file);
        }
        return file;
    }

    private static Process start(Path file, String size) throws IOException {
        var program = Path.of(Loader.load(ffmpeg.class));
        var rate = Integer.toString(FRAMES_PER_SECOND);
        var builder = new ProcessBuilder(List.of(
                program.toString(),
                "-y",
                "-loglevel",
                "error",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "bgr24",
                "-s",
                size,
                "-r",
                rate,
                "-i",
                "-",
                "-bitexact",
                "-threads",
                "1",
                "-c:v",
                "mpeg4",
                "-q:v",
                "3",
                "-pix_fmt",
                "yuv420p",
                "file:" + file.toAbsolutePath()));
        builder.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
        return builder.redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
    }
}
