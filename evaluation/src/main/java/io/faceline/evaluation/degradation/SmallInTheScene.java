package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Resizes the photo so that the face has this size, and centres it in a camera frame: the detector must find a small
 * face in a large image.
 */
record SmallInTheScene(int pixels) implements Degradation {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var small = new FaceSize(pixels).apply(photo, face, random);
        return Canvas.onBackground(small, WIDTH, HEIGHT, Color.GRAY);
    }
}
