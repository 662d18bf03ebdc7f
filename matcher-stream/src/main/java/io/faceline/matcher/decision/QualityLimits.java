package io.faceline.matcher.decision;

import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Reason;
import io.faceline.runtime.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Minimum quality of a face. Units as in {@link io.faceline.contracts.face.Quality}.
 *
 * @param minSidePixels shorter side of the box
 * @param maxYaw degrees to either side
 * @param maxPitch degrees up or down
 * @param minConfidence confidence of the detection
 */
public record QualityLimits(
        double minSidePixels,
        double minSharpness,
        double minBrightness,
        double maxYaw,
        double maxPitch,
        double minConfidence) {
    private static final int MAX_SIDE_PIXELS = 10_000;
    private static final int MAX_DEGREES = 180;

    public static QualityLimits from(Settings settings, String prefix, QualityLimits byDefault) {
        return new QualityLimits(
                settings.decimal(prefix + "MIN_SIDE", byDefault.minSidePixels, 0, MAX_SIDE_PIXELS),
                settings.decimal(prefix + "MIN_SHARPNESS", byDefault.minSharpness, 0, 1),
                settings.decimal(prefix + "MIN_BRIGHTNESS", byDefault.minBrightness, 0, 1),
                settings.decimal(prefix + "MAX_YAW", byDefault.maxYaw, 0, MAX_DEGREES),
                settings.decimal(prefix + "MAX_PITCH", byDefault.maxPitch, 0, MAX_DEGREES),
                settings.decimal(prefix + "MIN_CONFIDENCE", byDefault.minConfidence, 0, 1));
    }

    /** The violated limits, in the order of {@link Reason}. */
    public List<Reason> missedBy(Face face) {
        var quality = face.quality();
        var violated = new ArrayList<Reason>();
        addIf(quality.sizePixels() < minSidePixels, Reason.SMALL_FACE, violated);
        addIf(quality.sharpness() < minSharpness, Reason.LOW_SHARPNESS, violated);
        addIf(isTurned(face), Reason.EXTREME_POSE, violated);
        addIf(quality.brightness() < minBrightness, Reason.LOW_BRIGHTNESS, violated);
        addIf(face.confidence() < minConfidence, Reason.LOW_CONFIDENCE, violated);
        return violated;
    }

    private boolean isTurned(Face face) {
        return Math.abs(face.quality().yaw()) > maxYaw
                || Math.abs(face.quality().pitch()) > maxPitch;
    }

    private static void addIf(boolean condition, Reason reason, List<Reason> reasons) {
        if (condition) {
            reasons.add(reason);
        }
    }
}
