package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Gaussian blur.
 *
 * @param sigma in pixels of the photo
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

    /** One half of the kernel, from the centre outwards; mirrored, it adds up to 1. */
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
            for (var index = 0; index < lines.length; index++) {
                for (var channel = 0; channel < CHANNELS; channel++) {
                    var start = line * lines.stride + channel;
                    to[start + index * lines.step] = (byte) Math.round(mean(from, start, index, weights, lines));
                }
            }
        }
    }

    /** Pixels beyond the edge repeat the last one. */
    private static double mean(byte[] from, int start, int index, double[] weights, Lines lines) {
        var sum = weights[0] * Byte.toUnsignedInt(from[start + index * lines.step]);
        for (var i = 1; i < weights.length; i++) {
            var before = Math.max(0, index - i);
            var after = Math.min(lines.length - 1, index + i);
            sum += weights[i]
                    * (Byte.toUnsignedInt(from[start + before * lines.step])
                            + Byte.toUnsignedInt(from[start + after * lines.step]));
        }
        return sum;
    }

    /** Rows or columns: their count, their distance in memory, their length in pixels, and the distance of pixels. */
    private record Lines(int count, int stride, int length, int step) {}
}
