package io.faceline.vision.image;

import io.faceline.contracts.AlignedCrop;
import io.faceline.contracts.BoundingBox;
import io.faceline.contracts.Landmarks;
import io.faceline.contracts.Quality;

/** How good a face is to recognise. */
public final class QualityMeter {
    private QualityMeter() {}

    public static Quality measure(
            Picture picture, BoundingBox box, Landmarks landmarks, AlignedCrop crop, double detectionConfidence) {
        var size = Math.min(box.w() * picture.width(), box.h() * picture.height());
        return new Quality(detectionConfidence, size, 1, 0.5, 0, 0, 0);
    }
}
