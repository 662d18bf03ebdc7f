package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Degrades a photo. */
@FunctionalInterface
public interface Degradation {
    /**
     * @param photo upright, {@link BufferedImage#TYPE_3BYTE_BGR}; not changed
     * @param face the face in the photo
     * @return an image of the same type and any size
     */
    BufferedImage apply(BufferedImage photo, Face face, Random random);
}
