package io.faceline.contracts.face;

import io.faceline.contracts.Checks;

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
 */
public record Quality(
        double score, double sizePixels, double sharpness, double brightness, double yaw, double pitch, double roll) {
    public Quality {
        Checks.between("quality score", score, 0, 1);
        Checks.between("sharpness", sharpness, 0, 1);
        Checks.between("brightness", brightness, 0, 1);
        Checks.finite("size", sizePixels);
        Checks.finite("yaw", yaw);
        Checks.finite("pitch", pitch);
        Checks.finite("roll", roll);
    }
}
