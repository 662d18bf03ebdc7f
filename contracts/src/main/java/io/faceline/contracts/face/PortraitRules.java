package io.faceline.contracts.face;

import java.util.List;
import java.util.function.Function;

/**
 * Which faces of a photo are its subjects, and how good the face of a photo to enroll must be.
 *
 * @param limits a face below these is not enrolled
 * @param backgroundArea a face is background, and no second subject, whose area is below this share of the largest face's
 * @param shareOfSurest a detection below this share of the surest one's confidence is hardly a face; relative, because every
 *     detector has its own idea of sure
 */
public record PortraitRules(QualityLimits limits, double backgroundArea, double shareOfSurest) {
    // Of 300 press photos (LFW) none misses these limits.
    public static final PortraitRules DEFAULT =
            new PortraitRules(new QualityLimits(40, 0.15, 0.12, 55, 45, 0.6), 0.25, 0.8);

    private static final String PREFIX = "FACELINE_ENROLLMENT_";

    /** As the settings {@code FACELINE_ENROLLMENT_...} say; the matcher, which enrolls, and the api, which tells, read the same. */
    public static PortraitRules from(QualityLimits.DecimalSetting setting) {
        return new PortraitRules(
                QualityLimits.from(setting, PREFIX, DEFAULT.limits),
                setting.read(PREFIX + "BACKGROUND_AREA", DEFAULT.backgroundArea, 0, 1),
                DEFAULT.shareOfSurest);
    }

    /** The faces that count; a portrait has one. */
    public <F> List<F> subjects(List<F> faces, Function<F, Face> face) {
        var surest =
                faces.stream().map(face).mapToDouble(Face::confidence).max().orElse(0);
        var sure = faces.stream()
                .filter(one -> face.apply(one).confidence() >= surest * shareOfSurest)
                .toList();
        var largest = sure.stream()
                .map(face)
                .mapToDouble(one -> one.box().area())
                .max()
                .orElse(0);
        return sure.stream()
                .filter(one -> face.apply(one).box().area() >= largest * backgroundArea)
                .toList();
    }
}
