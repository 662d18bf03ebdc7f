package io.faceline.ingest;

import io.faceline.runtime.Settings;
import io.faceline.vision.image.ImageLimits;
import java.time.Duration;

/**
 * What can be set of ingest.
 *
 * @param window unanswered frames of a bulk job
 * @param answerTimeout after this time without an answer a frame is given up
 * @param limits what is refused at the door
 */
public record IngestSettings(int window, Duration answerTimeout, ImageLimits limits) {
    public static IngestSettings from(Settings settings) {
        var limits = ImageLimits.DEFAULT;
        return new IngestSettings(
                settings.integer("FACELINE_WINDOW", BulkJob.DEFAULT_WINDOW, 1, 1000),
                settings.duration("FACELINE_ANSWER_TIMEOUT", Duration.ofSeconds(30)),
                new ImageLimits(
                        settings.integer("FACELINE_MAX_IMAGE_BYTES", (int) limits.maxBytes(), 1, Integer.MAX_VALUE),
                        settings.integer("FACELINE_MAX_IMAGE_PIXELS", (int) limits.maxPixels(), 1, Integer.MAX_VALUE),
                        limits.minSide()));
    }
}
