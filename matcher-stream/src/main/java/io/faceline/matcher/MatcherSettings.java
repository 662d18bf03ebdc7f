package io.faceline.matcher;

import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.face.QualityLimits;
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
 * @param maxVerifications how many first frames a task keeps
 * @param probe a face below these gets reasons
 * @param portrait what a photo must be to be enrolled
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
        PortraitRules portrait) {
    // Of 300 press photos (LFW) about one in twelve misses these.
    private static final QualityLimits PROBE = new QualityLimits(40, 0.25, 0.18, 40, 35, 0.6);

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
                QualityLimits.from(settings::decimal, "FACELINE_PROBE_", PROBE),
                PortraitRules.from(settings::decimal));
    }
}
