package io.faceline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/** Films made of a short one by the ffmpeg program that comes with the library. */
final class Films {
    private Films() {}

    /** The film over and over, enlarged to 1280 × 720. */
    static Path minuteOf720p(Path film, Path into) throws IOException, InterruptedException {
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
                film.toString(),
                "-t",
                "60",
                "-an",
                "-vf",
                "scale=1280:720",
                "-c:v",
                "libopenh264",
                "-b:v",
                "3M",
                into.toString()));
        builder.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
        if (builder.inheritIO().start().waitFor() != 0) {
            throw new IOException("the film could not be made");
        }
        return into;
    }
}
