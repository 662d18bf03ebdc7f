package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Low light with sensor noise.
 *
 * @param gain factor of each value, 0 to 1
 */
record Dark(double gain) implements Degradation {
    /** Standard deviation out of 255: a small sensor at high sensitivity after denoising. */
    private static final double NOISE = 3;

    private static final int MAX = 255;

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var dark = Canvas.copy(photo);
        var bytes = Canvas.bytes(dark);
        for (var i = 0; i < bytes.length; i++) {
            var value = Math.round(gain * Byte.toUnsignedInt(bytes[i]) + NOISE * random.nextGaussian());
            bytes[i] = (byte) Math.max(0, Math.min(MAX, value));
        }
        return dark;
    }
}
