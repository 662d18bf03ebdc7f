package io.faceline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Creates longer videos from a short one with the ffmpeg program of the library. */
final class Films {
    private Films() {}

    /** Repeats the video for a minute, enlarged to 1280 × 720. */
    static Path minuteOf720p(Path video, Path target) throws IOException, InterruptedException {
        var program = Path.of(Loader.load(ffmpeg.class));
        var builder = new ProcessBuilder(List.of(
                program.toString(),
                "-nostdin",
                "-loglevel",
                "error",
                "-y",
                "-stream_loop",
                "10",
                "-i",
                video.toString(),
                "-t",
                "60",
                "-an",
                "-vf",
                "scale=1280:720",
                "-c:v",
                "libopenh264",
                "-b:v",
                "3M",
                target.toString()));
        builder.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
        if (builder.inheritIO().start().waitFor() != 0) {
            throw new IOException("ffmpeg cannot write " + target);
        }
        return target;
    }
}
