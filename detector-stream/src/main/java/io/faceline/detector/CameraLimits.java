package io.faceline.detector;

import io.faceline.runtime.settings.Settings;
import java.time.Duration;

/**
 * How much of what others write to the camera lane is worth decoding.
 *
 * @param staleAfter the time in Kafka after which a frame is dropped
 * @param framesPerSecond of one source; the others are dropped
 */
public record CameraLimits(Duration staleAfter, int framesPerSecond) {
    static final CameraLimits DEFAULT = new CameraLimits(Duration.ofSeconds(1), 30);

    private static final int MAX_FRAMES_PER_SECOND = 1000;

    static CameraLimits from(Settings settings) {
        return new CameraLimits(
                settings.duration("FACELINE_STALE_AFTER", DEFAULT.staleAfter),
                settings.integer(
                        "FACELINE_MAX_CAMERA_FRAMES_PER_SECOND", DEFAULT.framesPerSecond, 1, MAX_FRAMES_PER_SECOND));
    }
}
