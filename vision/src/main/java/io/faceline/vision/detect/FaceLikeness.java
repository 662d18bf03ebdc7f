package io.faceline.vision.detect;

import io.faceline.contracts.face.Landmarks;
import io.faceline.vision.image.Picture;

/** How much a crop is like a face. Thread-safe. */
@FunctionalInterface
public interface FaceLikeness {
    /** Length of the vector that a face network makes of the crop that these landmarks align. */
    double of(Picture picture, Landmarks landmarks);
}
