package io.faceline.contracts.face;

import io.faceline.contracts.Checks;

/**
 * A face found in a frame, as every stage passes it on.
 *
 * @param index its place in the frame, from 0, most confident detection first
 * @param confidence how sure the detector is that it is a face, 0 to 1
 */
public record Face(int index, BoundingBox box, Landmarks landmarks, double confidence, Quality quality) {
    public Face {
        Checks.require(index >= 0, "face index must not be negative, was " + index);
        Checks.between("confidence", confidence, 0, 1);
    }
}
