package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Out of focus: a Gaussian.
 *
 * @param sigma pixels of the photo
 */
record Blur(double sigma) implements Degradation {
    private static final int CHANNELS = 3;
    private static final int SIGMAS = 3;

    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var width = photo.getWidth();
        var height = photo.getHeight();
        var weights = weights();
        var across = Canvas.empty(width, height);
        var blurred = Canvas.empty(width, height);
        convolve(
                Canvas.bytes(photo),
                Canvas.bytes(across),
                weights,
                new Lines(height, width * CHANNELS, width, CHANNELS));
        convolve(
                Canvas.bytes(across),
                Canvas.bytes(blurred),
                weights,
                new Lines(width, CHANNELS, height, width * CHANNELS));
        return blurred;
    }

    /** From the middle outwards; together with their mirror images they add up to 1. */
    private double[] weights() {
        var weights = new double[(int) Math.ceil(SIGMAS * sigma) + 1];
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        for (var i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static void convolve(byte[] from, byte[] to, double[] weights, Lines lines) {
        for (var line = 0; line < lines.count; line++) {
            for (var place = 0; place < lines.length; place++) {
                for (var channel = 0; channel < CHANNELS; channel++) {
                    var start = line * lines.stride + channel;
                    to[start + place * lines.step] = (byte) Math.round(mean(from, start, place, weights, lines));
                }
            }
        }
    }

    /** Beyond the edge its last pixel goes on. */
    private static double mean(byte[] from, int start, int place, double[] weights, Lines lines) {
        var sum = weights[0] * Byte.toUnsignedInt(from[start + place * lines.step]);
        for (var i = 1; i < weights.length; i++) {
            var before = Math.max(0, place - i);
            var after = Math.min(lines.length - 1, place + i);
            sum += weights[i]
                    * (Byte.toUnsignedInt(from[start + before * lines.step])
                            + Byte.toUnsignedInt(from[start + after * lines.step]));
        }
        return sum;
    }

    /** Rows or columns: how many, how far apart in memory, of how many pixels, and these how far apart. */
    private record Lines(int count, int stride, int length, int step) {}
}
