package io.faceline.vision.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/** FFmpeg's libraries, which JavaCPP unpacks into a folder of the user. */
public final class FfmpegLibraries {
    private FfmpegLibraries() {}

    /** What a process must read to load them; unpacks them where a process must not do so itself. */
    public static List<Path> files(Isolation isolation) {
        if (isolation.bubblewrap().isEmpty()) {
            return List.of();
        }
        try {
            Loader.load(avformat.class);
            Loader.load(swscale.class);
            return List.of(Loader.getCacheDir().toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
