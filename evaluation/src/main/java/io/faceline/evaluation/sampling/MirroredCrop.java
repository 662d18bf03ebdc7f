package io.faceline.evaluation.sampling;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;

/** Exchanges left and right. */
final class MirroredCrop {
    private static final int CHANNELS = AlignedCrop.BYTES / (AlignedCrop.SIDE * AlignedCrop.SIDE);

    private MirroredCrop() {}

    static AlignedCrop of(AlignedCrop crop) {
        var pixels = crop.bgr().toByteArray();
        var mirrored = new byte[pixels.length];
        for (var i = 0; i < pixels.length; i += CHANNELS) {
            var pixel = i / CHANNELS;
            var row = pixel / AlignedCrop.SIDE;
            var column = AlignedCrop.SIDE - 1 - pixel % AlignedCrop.SIDE;
            System.arraycopy(pixels, i, mirrored, (row * AlignedCrop.SIDE + column) * CHANNELS, CHANNELS);
        }
        return new AlignedCrop(Blob.wrap(mirrored));
    }
}
