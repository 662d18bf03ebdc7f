package io.faceline.vision.model;

import io.faceline.contracts.catalog.Channels;
import io.faceline.contracts.catalog.InputFacts;

/**
 * Normalises bytes to floats with a lookup table of the 256 byte values for each plane of a model's input. Immutable.
 */
final class PixelNormalizer {
    private static final int VALUES = 256;

    private final Channels channels;
    private final float[][] planes;

    PixelNormalizer(InputFacts input) {
        channels = input.channels();
        planes = new float[channels.count()][VALUES];
        for (var channel = 0; channel < planes.length; channel++) {
            for (var value = 0; value < VALUES; value++) {
                planes[channel][value] = (float) ((value - input.mean(channel)) / input.scale(channel));
            }
        }
    }

    /** Writes one image as planes, the first value at {@code from}. Pixels are B, G, R or one grey byte. */
    void write(byte[] pixels, float[] into, int from) {
        var bytesPerPixel = planes.length;
        var planeSize = pixels.length / bytesPerPixel;
        for (var plane = 0; plane < bytesPerPixel; plane++) {
            var table = planes[plane];
            var to = from + plane * planeSize;
            for (var at = byteOf(plane); at < pixels.length; at += bytesPerPixel) {
                into[to++] = table[pixels[at] & 0xff];
            }
        }
    }

    /** Which byte of a B, G, R pixel goes into this plane. */
    private int byteOf(int plane) {
        return channels == Channels.RGB ? 2 - plane : plane;
    }
}
