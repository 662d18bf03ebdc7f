package io.faceline.contracts.face;

import io.faceline.contracts.Checks;

/**
 * A face detected in a frame, passed on by every stage.
 *
 * @param index index within the frame, from 0, in descending order of confidence
 * @param confidence the detector's confidence that it is a face, 0 to 1
 */
public record Face(int index, BoundingBox box, Landmarks landmarks, double confidence, Quality quality) {
    public Face {
        Checks.require(index >= 0, "face index must not be negative, was " + index);
        Checks.between("confidence", confidence, 0, 1);
    }

    /** The same face under another index. */
    public Face at(int changed) {
        return new Face(changed, box, landmarks, confidence, quality);
    }

    /** The same face, of which more is known. */
    public Face with(Quality measured) {
        return new Face(index, box, landmarks, confidence, measured);
    }
}
