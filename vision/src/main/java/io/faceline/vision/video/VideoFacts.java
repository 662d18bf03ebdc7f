package io.faceline.vision.video;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a video, which may be wrong.
 *
 * @param start position of the first frame in seconds
 * @param duration in seconds from position zero to the end, 0 if unknown
 * @param framesPerSecond average frame rate, 0 if unknown
 * @param otherTracks number of further video tracks, which are not decoded
 * @param recordedAt when it was recorded; absent if the file does not say
 */
public record VideoFacts(
        int width,
        int height,
        double start,
        double duration,
        double framesPerSecond,
        int otherTracks,
        @Nullable Instant recordedAt) {
    /** Of a video with one track. */
    public VideoFacts(int width, int height, double start, double duration, double framesPerSecond) {
        this(width, height, start, duration, framesPerSecond, 0, null);
    }
}
