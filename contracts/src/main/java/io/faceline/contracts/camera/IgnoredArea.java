package io.faceline.contracts.camera;

import io.faceline.contracts.Checks;
import io.faceline.contracts.face.BoundingBox;

/**
 * A part of the picture that is not looked at: a television, a poster, a street.
 *
 * @param box in fractions of the picture as it is shown, turned by {@link Camera#rotate()}
 * @param motion changes in it do not open the motion gate
 * @param faces faces whose centre is in it are left out
 */
public record IgnoredArea(BoundingBox box, boolean motion, boolean faces) {
    public IgnoredArea {
        Checks.require(motion || faces, "an ignored area ignores motion, faces or both");
    }
}
