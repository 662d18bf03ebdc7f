package io.faceline.ingest.video;

import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Which part of a video is asked for.
 *
 * @param from milliseconds of the video's own time base
 * @param to likewise, included
 */
record ClipPart(long from, long to) {
    static final Duration MAX = Duration.ofMinutes(10);

    /** A video has fewer milliseconds by far. */
    private static final Pattern MILLIS = Pattern.compile("\\d{1,12}");

    static ClipPart of(Context context) {
        var part = new ClipPart(millis("from", context), millis("to", context));
        if (part.to < part.from) {
            throw new ProblemException(400, "BAD_REQUEST", "\"to\" must not be before \"from\"");
        }
        if (part.to - part.from > MAX.toMillis()) {
            throw new ProblemException(
                    422,
                    "CLIP_TOO_LONG",
                    "a clip may last at most " + MAX.toSeconds()
                            + " s: ask for several that follow each other, or download the video");
        }
        return part;
    }

    private static long millis(String name, Context context) {
        var text = context.queryParam(name);
        if (text == null || !MILLIS.matcher(text).matches()) {
            throw new ProblemException(
                    400, "BAD_REQUEST", "\"" + name + "\" must be a number of milliseconds of the video, such as 3600");
        }
        return Long.parseLong(text);
    }
}
