package io.faceline.vision.image;

import io.faceline.contracts.Blob;

/** A user's photo as it travels in a frame. */
public final class PhotoEncoder {
    /** 8 MiB, what a frame's image may have. */
    public static final int MAX_FRAME_BYTES = 8 << 20;

    public Blob forKafka(byte[] original, ImageLimits limits) throws ImageException {
        return Blob.of(original);
    }
}
