package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import io.faceline.contracts.frame.FailureCode;
import java.nio.charset.StandardCharsets;

/** Loads FFmpeg, disables its log, and converts its errors to messages. */
public final class Ffmpeg {
    private static final int MAX_ERROR_LENGTH = 128;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private Ffmpeg() {}

    /** Loads FFmpeg. Takes half a second on the first call, longer if the libraries must be unpacked. */
    public static void load() {
        // Triggers the static initialiser.
    }

    public static String text(int error) {
        var message = new byte[MAX_ERROR_LENGTH];
        av_strerror(error, message, message.length);
        return new String(message, StandardCharsets.UTF_8).trim();
    }

    /** @throws VideoException when a call of FFmpeg returned an error */
    static int check(int returned, FailureCode code, String message) throws VideoException {
        if (returned < 0) {
            throw new VideoException(code, message + " (" + text(returned) + ")");
        }
        return returned;
    }
}
