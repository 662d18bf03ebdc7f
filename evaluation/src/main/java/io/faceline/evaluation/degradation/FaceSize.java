package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Resizes the photo so that the face has this size.
 *
 * @param pixels length of the shorter side of the box
 */
record FaceSize(int pixels) implements Degradation {
    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var scale = pixels / face.quality().sizePixels();
        return Canvas.resize(photo, scaled(photo.getWidth(), scale), scaled(photo.getHeight(), scale));
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }
}
