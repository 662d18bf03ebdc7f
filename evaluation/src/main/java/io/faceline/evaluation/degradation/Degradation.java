package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Random;

/** One way to make a photo worse. */
@FunctionalInterface
public interface Degradation {
    /**
     * @param photo upright, {@link BufferedImage#TYPE_3BYTE_BGR}; not changed
     * @param face where it is in the photo
     * @return of the same type, of any size
     */
    BufferedImage apply(BufferedImage photo, Face face, Random random);
}
