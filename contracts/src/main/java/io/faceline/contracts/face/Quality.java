package io.faceline.contracts.face;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import org.jspecify.annotations.Nullable;

/**
 * How well a face can be recognised.
 *
 * @param score 0 to 1, combines all values below
 * @param sizePixels the shorter side of the box in pixels of the upright image
 * @param sharpness 0 to 1, from the variance of the Laplacian of the aligned crop
 * @param brightness 0 to 1, mean luma of the aligned crop
 * @param yaw degrees, positive when the person looks to the person's own left
 * @param pitch degrees, positive when the person looks up
 * @param roll degrees, positive when the head leans clockwise in the picture
 * @param recognisability 0 to 1, of photos like this one the share that a search finds the right person for
 *     (docs/explanation/matching.md); known from the embedding, therefore only in answers, and only for models that were
 *     measured
 * @param weakness what makes the face hard to recognise; absent if nothing does to a remarkable degree
 */
public record Quality(
        double score,
        double sizePixels,
        double sharpness,
        double brightness,
        double yaw,
        double pitch,
        double roll,
        @OmittedIfAbsent @Nullable Double recognisability,
        @OmittedIfAbsent @Nullable Weakness weakness) {
    public Quality {
        Checks.between("quality score", score, 0, 1);
        Checks.between("sharpness", sharpness, 0, 1);
        Checks.between("brightness", brightness, 0, 1);
        Checks.finite("size", sizePixels);
        Checks.finite("yaw", yaw);
        Checks.finite("pitch", pitch);
        Checks.finite("roll", roll);
        if (recognisability != null) {
            Checks.between("recognisability", recognisability, 0, 1);
        }
    }

    /** As the image alone tells, before the face is embedded. */
    public Quality(
            double score,
            double sizePixels,
            double sharpness,
            double brightness,
            double yaw,
            double pitch,
            double roll) {
        this(score, sizePixels, sharpness, brightness, yaw, pitch, roll, null, null);
    }

    /** The score, less for a face that is hard to recognise: the weight of a face among others of the same person. */
    public double usefulness() {
        return recognisability == null ? score : score * recognisability;
    }

    public Quality recognisable(double share, @Nullable Weakness worst) {
        return new Quality(score, sizePixels, sharpness, brightness, yaw, pitch, roll, share, worst);
    }
}
