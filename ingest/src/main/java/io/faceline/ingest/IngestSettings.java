package io.faceline.ingest;

import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.VideoSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.video.VideoLimits;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.limits.LimitSettings;
import java.time.Duration;

/**
 * What can be set of ingest.
 *
 * @param window unanswered frames of a bulk job
 * @param answerTimeout after this time without an answer a frame is given up
 * @param framesPerSecond how many frames of a second of video are published
 * @param limits what is refused at the door
 * @param maxLiveSources connected at a time
 * @param videos what is taken of videos over HTTP
 * @param access who may do what over HTTP
 * @param requests how much may be asked over HTTP
 */
public record IngestSettings(
        int window,
        Duration answerTimeout,
        double framesPerSecond,
        ImageLimits limits,
        int maxLiveSources,
        VideoSettings videos,
        AccessSettings access,
        LimitSettings requests) {
    /** Enough to see everybody who is in the picture for a moment. */
    public static final double DEFAULT_FRAMES_PER_SECOND = 5;

    private static final int DEFAULT_MAX_LIVE_SOURCES = 200;

    /** A frame of a video may have as many pixels as a photo, but no more than videos may at all. */
    VideoLimits videoLimits() {
        var byDefault = VideoLimits.DEFAULT;
        return new VideoLimits(
                Math.min(limits.maxPixels(), byDefault.maxPixels()),
                byDefault.maxJpegBytes(),
                byDefault.maxAllocation());
    }

    public static IngestSettings from(Settings settings) {
        var limits = ImageLimits.DEFAULT;
        return new IngestSettings(
                settings.integer("FACELINE_WINDOW", BulkJob.DEFAULT_WINDOW, 1, 1000),
                settings.duration("FACELINE_ANSWER_TIMEOUT", Duration.ofSeconds(30)),
                settings.decimal(
                        "FACELINE_FRAMES_PER_SECOND",
                        DEFAULT_FRAMES_PER_SECOND,
                        VideoSettings.MIN_FRAMES_PER_SECOND,
                        VideoSettings.MAX_FRAMES_PER_SECOND),
                new ImageLimits(
                        settings.integer("FACELINE_MAX_IMAGE_BYTES", (int) limits.maxBytes(), 1, Integer.MAX_VALUE),
                        settings.integer("FACELINE_MAX_IMAGE_PIXELS", (int) limits.maxPixels(), 1, Integer.MAX_VALUE),
                        limits.minSide()),
                settings.integer("FACELINE_MAX_LIVE_SOURCES", DEFAULT_MAX_LIVE_SOURCES, 1, 10_000),
                VideoSettings.from(settings),
                AccessSettings.from(settings),
                LimitSettings.from(settings));
    }
}
