package io.faceline.matcher;

import io.faceline.matcher.decision.QualityLimits;
import io.faceline.matcher.decision.ThresholdOverrides;
import io.faceline.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the matcher.
 *
 * @param models additional folders with model files and catalogs
 * @param candidates maximum number of candidates per face in an answer
 * @param maxReferences maximum number of references per session, and per person
 * @param sessionExpiry idle time after which a session is erased within a minute
 * @param galleryWait how long a frame waits for its minimum gallery version, and a change until it is applied
 * @param verificationWait how long the first frame of a pair waits for the second
 * @param maxVerifications maximum number of first frames that a task stores
 * @param probe quality limits below which a probe gets reasons
 * @param enrollment quality limits below which a face is not enrolled
 * @param backgroundArea area relative to the largest face below which a face of a portrait is ignored as background
 */
public record MatcherSettings(
        List<Path> models,
        int threads,
        ThresholdOverrides thresholds,
        int candidates,
        int maxReferences,
        Duration sessionExpiry,
        Duration galleryWait,
        Duration verificationWait,
        int maxVerifications,
        QualityLimits probe,
        QualityLimits enrollment,
        double backgroundArea) {
    // Of 300 press photos (LFW) none is below the enrollment limits, and about one in twelve below the probe limits.
    private static final QualityLimits PROBE = new QualityLimits(40, 0.25, 0.18, 40, 35, 0.6);
    private static final QualityLimits ENROLLMENT = new QualityLimits(40, 0.15, 0.12, 55, 45, 0.6);

    public MatcherSettings {
        models = List.copyOf(models);
    }

    public static MatcherSettings from(Settings settings) {
        return new MatcherSettings(
                settings.paths("FACELINE_MODELS"),
                settings.integer("FACELINE_MATCHER_THREADS", 1, 1, 64),
                ThresholdOverrides.from(settings),
                settings.integer("FACELINE_CANDIDATES", 5, 1, 100),
                settings.integer("FACELINE_MAX_REFERENCES", 1000, 1, 5000),
                settings.duration("FACELINE_SESSION_EXPIRY", Duration.ofHours(24)),
                settings.duration("FACELINE_GALLERY_WAIT", Duration.ofSeconds(1)),
                settings.duration("FACELINE_VERIFICATION_WAIT", Duration.ofMinutes(10)),
                settings.integer("FACELINE_MAX_VERIFICATIONS", 1000, 1, 100_000),
                QualityLimits.from(settings, "FACELINE_PROBE_", PROBE),
                QualityLimits.from(settings, "FACELINE_ENROLLMENT_", ENROLLMENT),
                settings.decimal("FACELINE_ENROLLMENT_BACKGROUND_AREA", 0.25, 0, 1));
    }
}
