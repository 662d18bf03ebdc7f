package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Two degradations, one after the other. */
public record Composed(Degradation first, Degradation second) implements Degradation {
    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        return second.apply(first.apply(photo, face, random), face, random);
    }
}
