package io.faceline.contracts.face;

import java.util.ArrayList;
import java.util.List;

/**
 * How good a face must be. Units as in {@link Quality}.
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

    /** Reads a setting that is a number between two others, such as {@code Settings::decimal}. */
    @FunctionalInterface
    public interface DecimalSetting {
        double read(String name, double byDefault, double min, double max);
    }

    /** @param prefix of the names of its settings, such as {@code FACELINE_PROBE_} */
    public static QualityLimits from(DecimalSetting setting, String prefix, QualityLimits byDefault) {
        return new QualityLimits(
                setting.read(prefix + "MIN_SIDE", byDefault.minSidePixels, 0, MAX_SIDE_PIXELS),
                setting.read(prefix + "MIN_SHARPNESS", byDefault.minSharpness, 0, 1),
                setting.read(prefix + "MIN_BRIGHTNESS", byDefault.minBrightness, 0, 1),
                setting.read(prefix + "MAX_YAW", byDefault.maxYaw, 0, MAX_DEGREES),
                setting.read(prefix + "MAX_PITCH", byDefault.maxPitch, 0, MAX_DEGREES),
                setting.read(prefix + "MIN_CONFIDENCE", byDefault.minConfidence, 0, 1));
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
