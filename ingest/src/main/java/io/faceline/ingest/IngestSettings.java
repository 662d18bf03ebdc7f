package io.faceline.ingest;

import io.faceline.ingest.camera.CameraSettings;
import io.faceline.ingest.feeds.FeedSettings;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.VideoSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.video.VideoLimits;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionPhotos;
import io.faceline.web.limits.LimitSettings;
import java.time.Duration;

/**
 * Settings of ingest.
 *
 * @param window maximum unanswered frames of a bulk job
 * @param answerTimeout time without an answer after which a frame fails
 * @param framesPerSecond frames published per second of video
 * @param limits limits of an accepted image
 * @param maxLiveSources maximum live sources connected at a time
 * @param maxSessionPhotos maximum photos of the people of all sessions together
 * @param videos settings of videos over HTTP
 * @param cameras settings of cameras that ingest reads
 * @param feeds what is taken from the topic {@code feeds}
 * @param access access rules of HTTP
 * @param requests request limits of HTTP
 */
public record IngestSettings(
        int window,
        Duration answerTimeout,
        double framesPerSecond,
        ImageLimits limits,
        int maxLiveSources,
        int maxSessionPhotos,
        VideoSettings videos,
        CameraSettings cameras,
        FeedSettings feeds,
        AccessSettings access,
        LimitSettings requests) {
    /** Enough to see everybody who appears for a moment. */
    public static final double DEFAULT_FRAMES_PER_SECOND = 5;

    private static final int DEFAULT_MAX_LIVE_SOURCES = 200;
    /** After its session an instance's work moves: assignment, restored state, and the frame itself. */
    private static final Duration TAKEOVER = Duration.ofSeconds(5);

    /** The pixel limit of a video frame is that of a photo, capped by the decoder's own limit. */
    VideoLimits videoLimits() {
        var defaults = VideoLimits.DEFAULT;
        return new VideoLimits(
                Math.min(limits.maxPixels(), defaults.maxPixels()), defaults.maxJpegBytes(), defaults.maxAllocation());
    }

    /**
     * These settings, if an answer is waited for long enough that another instance of a stage can take over from one that
     * was killed. Only for stages in processes of their own.
     *
     * @throws SettingsException when a frame would fail before
     */
    IngestSettings requireTimeForTakeover(KafkaSettings kafka) {
        var min = kafka.sessionTimeout().plus(TAKEOVER);
        if (answerTimeout.compareTo(min) < 0) {
            throw new SettingsException("FACELINE_ANSWER_TIMEOUT=" + answerTimeout.toMillis()
                    + "ms must be at least " + min.toMillis() + "ms: FACELINE_KAFKA_SESSION_TIMEOUT_MS="
                    + kafka.sessionTimeout().toMillis() + " and " + TAKEOVER.toMillis()
                    + "ms, until another instance of a stage has taken over from one that was killed");
        }
        return this;
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
                        limits.minSide(),
                        settings.duration("FACELINE_DECODE_TIMEOUT", limits.maxDecodingTime())),
                settings.integer("FACELINE_MAX_LIVE_SOURCES", DEFAULT_MAX_LIVE_SOURCES, 1, 10_000),
                SessionPhotos.max(settings),
                VideoSettings.from(settings),
                CameraSettings.from(settings),
                FeedSettings.from(settings),
                AccessSettings.from(settings),
                LimitSettings.from(settings));
    }
}
