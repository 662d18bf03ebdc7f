package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import io.faceline.contracts.frame.FailureCode;
import java.nio.charset.StandardCharsets;

/** FFmpeg as a library: loaded once, silent, its errors as words. */
final class Ffmpeg {
    private static final int MAX_ERROR_LENGTH = 128;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private Ffmpeg() {}

    /** Loads it. Takes half a second the first time, and longer where the libraries were never unpacked. */
    static void load() {
        // The static block above does it.
    }

    static String text(int error) {
        var words = new byte[MAX_ERROR_LENGTH];
        av_strerror(error, words, words.length);
        return new String(words, StandardCharsets.UTF_8).trim();
    }

    /** @throws VideoException when a call of FFmpeg returned an error */
    static int check(int returned, FailureCode code, String what) throws VideoException {
        if (returned < 0) {
            throw new VideoException(code, what + ": " + text(returned));
        }
        return returned;
    }
}
