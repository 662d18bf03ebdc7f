package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Reduces the resolution and enlarges again, so that the face keeps its size but loses detail.
 *
 * @param factor reduction of each side
 */
record LowResolution(double factor) implements Degradation {
    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var width = Math.max(1, (int) Math.round(photo.getWidth() / factor));
        var height = Math.max(1, (int) Math.round(photo.getHeight() / factor));
        return Canvas.resize(Canvas.resize(photo, width, height), photo.getWidth(), photo.getHeight());
    }
}
