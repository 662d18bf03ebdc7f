package io.faceline.contracts.face;

import io.faceline.contracts.Blob;
import io.faceline.contracts.Checks;

/**
 * A face aligned to the ArcFace template: 112 × 112 pixels, rows from the top, three bytes per pixel in the order B, G,
 * R.
 */
public record AlignedCrop(Blob bgr) {
    public static final int SIDE = 112;
    public static final int BYTES = SIDE * SIDE * 3;

    public AlignedCrop {
        Checks.require(bgr.size() == BYTES, "an aligned crop must have " + BYTES + " bytes, was " + bgr.size());
    }
}
