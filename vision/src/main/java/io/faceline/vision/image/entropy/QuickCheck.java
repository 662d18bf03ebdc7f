package io.faceline.vision.image.entropy;

import java.nio.ByteBuffer;

/**
 * A quick check for damage that FFmpeg's decoder does not report: gaps of zeros, and disorder of restart markers, at which
 * it continues as if nothing had happened. A JPEG that fails may still be whole, which {@link EntropyCheck} finds out.
 */
public final class QuickCheck {
    private static final int DEFINE_INTERVAL = 0xFFDD;
    private static final int FIRST_RESTART = 0xD0;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int RESTARTS = 8;

    private QuickCheck() {}

    /** @param scanStart offset of the first scan's data */
    public static boolean isRegular(byte[] jpeg, int scanStart) {
        return !ZeroGap.isIn(jpeg, scanStart, jpeg.length)
                && (!hasRestarts(jpeg, scanStart) || areRestartsInOrder(jpeg, scanStart));
    }

    private static boolean hasRestarts(byte[] jpeg, int scanStart) {
        var bytes = ByteBuffer.wrap(jpeg);
        var position = 2;
        while (position + Integer.BYTES <= scanStart) {
            if ((bytes.getShort(position) & 0xFFFF) == DEFINE_INTERVAL) {
                return true;
            }
            position += 2 + Math.max(2, Short.toUnsignedInt(bytes.getShort(position + 2)));
        }
        return false;
    }

    private static boolean areRestartsInOrder(byte[] jpeg, int scanStart) {
        var restarts = 0;
        for (var i = scanStart; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] != 0 && jpeg[i + 1] != (byte) 0xFF) {
                var marker = Byte.toUnsignedInt(jpeg[i + 1]);
                if (marker != FIRST_RESTART + restarts % RESTARTS) {
                    return marker == END_OF_IMAGE;
                }
                restarts++;
            }
        }
        return false;
    }
}
