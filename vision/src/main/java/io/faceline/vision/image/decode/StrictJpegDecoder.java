package io.faceline.vision.image.decode;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.Codec;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.header.JpegHeader;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * Decodes a JPEG and rejects a truncated one. libjpeg silently fills missing data with grey, so a partially transferred
 * photo would pass as one without faces. An end marker proves completeness. Some cameras omit it; such an image is
 * decoded twice with different padding: only a truncated image decodes differently.
 */
final class StrictJpegDecoder {
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};
    private static final int PADDING_BYTES = 4096;
    private static final int MANY_ZEROS = 64;

    private StrictJpegDecoder() {}

    static Mat decode(byte[] bytes, JpegHeader header, int flags) throws ImageException {
        return header.hasEnd(bytes) ? Codec.decode(bytes, flags) : decodeWithoutEnd(bytes, flags);
    }

    private static Mat decodeWithoutEnd(byte[] bytes, int flags) throws ImageException {
        var image = Codec.decode(withEnd(bytes, (byte) 0x35), flags);
        try {
            if (!isSame(image, bytes, flags)) {
                throw new ImageException(FailureCode.DAMAGED_IMAGE, "The JPEG is truncated. Send it again.");
            }
            return image;
        } catch (ImageException e) {
            image.release();
            throw e;
        }
    }

    private static boolean isSame(Mat image, byte[] bytes, int flags) throws ImageException {
        var other = Codec.decode(withEnd(bytes, (byte) 0xCA), flags);
        try {
            return Core.norm(image, other, Core.NORM_INF) == 0;
        } finally {
            other.release();
        }
    }

    private static byte[] withEnd(byte[] bytes, byte padding) {
        var length = contentLength(bytes);
        var padded = Arrays.copyOf(bytes, length + PADDING_BYTES + END.length);
        Arrays.fill(padded, length, length + PADDING_BYTES, padding);
        System.arraycopy(END, 0, padded, length + PADDING_BYTES, END.length);
        return padded;
    }

    /** Excludes the zeros left by a preallocated download, and a partial marker. */
    private static int contentLength(byte[] bytes) {
        var length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        if (bytes.length - length < MANY_ZEROS) {
            length = bytes.length;
        }
        return length > 0 && bytes[length - 1] == (byte) 0xFF ? length - 1 : length;
    }
}
