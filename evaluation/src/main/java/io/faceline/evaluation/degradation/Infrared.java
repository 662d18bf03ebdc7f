package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;

/**
 * Without colour, as a camera sees by infrared light at night, with sensor noise. Skin and cloth reflect infrared light
 * differently than daylight, which no photo of the day shows.
 *
 * @param gain factor of the brightness, 0 to 1
 */
record Infrared(double gain) implements Degradation {
    /** Shares of blue, green and red in the luma: ITU-R BT.601. */
    private static final double[] LUMA = {0.114, 0.587, 0.299};

    /** Standard deviation out of 255, as of {@link Dark}. */
    private static final double NOISE = 3;

    private static final int CHANNELS = 3;
    private static final int MAX = 255;

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var grey = Canvas.copy(photo);
        var bytes = Canvas.bytes(grey);
        for (var i = 0; i < bytes.length; i += CHANNELS) {
            var value = Math.round(gain * luma(bytes, i) + NOISE * random.nextGaussian());
            Arrays.fill(bytes, i, i + CHANNELS, (byte) Math.max(0, Math.min(MAX, value)));
        }
        return grey;
    }

    private static double luma(byte[] bytes, int at) {
        var luma = 0.0;
        for (var channel = 0; channel < CHANNELS; channel++) {
            luma += LUMA[channel] * Byte.toUnsignedInt(bytes[at + channel]);
        }
        return luma;
    }
}
