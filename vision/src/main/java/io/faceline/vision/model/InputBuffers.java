package io.faceline.vision.model;

import io.faceline.contracts.catalog.InputFacts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Buffers that turn pixels into an input tensor. They grow to the largest batch. Not thread-safe. */
final class InputBuffers {
    private final byte[] pixels;
    private float[] planes;
    private FloatBuffer tensor;

    InputBuffers(InputFacts input) {
        pixels = new byte[input.width() * input.height() * input.channels().count()];
        planes = new float[pixels.length];
        tensor = direct(pixels.length);
    }

    private static FloatBuffer direct(int values) {
        return ByteBuffer.allocateDirect(values * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Writes the planes of the images, one image after the other. */
    FloatBuffer fill(List<? extends ImageModel.Pixels> images, PixelNormalizer normalizer) {
        var values = images.size() * pixels.length;
        if (planes.length < values) {
            planes = new float[values];
            tensor = direct(values);
        }
        for (var i = 0; i < images.size(); i++) {
            images.get(i).readInto(pixels);
            normalizer.write(pixels, planes, i * pixels.length);
        }
        return tensor.clear().put(planes, 0, values).flip();
    }
}
