package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.Codec;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.entropy.EntropyCheck;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * Decodes a JPEG and rejects a truncated one. libjpeg silently fills missing data with grey, so a partially transferred
 * photo would pass as one without faces. Some cameras omit the end marker; such an image is also decoded twice with
 * different padding: only a truncated image decodes differently.
 */
final class StrictJpegDecoder {
    private static final byte[] END = {(byte) 0xFF, (byte) 0xD9};
    private static final int PADDING_BYTES = 4096;
    private static final int MANY_ZEROS = 64;

    private StrictJpegDecoder() {}

    static Mat decode(AdmittedImage.Jpeg jpeg, int flags) throws ImageException {
        requireWhole(jpeg);
        return jpeg.hasEnd() ? Codec.decode(jpeg.bytes(), flags) : decodeWithoutEnd(jpeg.bytes(), flags);
    }

    /** An end marker may belong to other data behind a truncated picture, and data may be missing before it. */
    private static void requireWhole(AdmittedImage.Jpeg jpeg) throws ImageException {
        var header = jpeg.header();
        var damage = EntropyCheck.damageOf(jpeg.bytes().unsafeArray(), header.width(), header.height());
        if (damage.isPresent()) {
            throw new ImageException(
                    FailureCode.DAMAGED_IMAGE,
                    "The JPEG is " + (jpeg.hasEnd() ? "damaged: " : "truncated: ") + damage.get() + ". Send it again.");
        }
    }

    private static Mat decodeWithoutEnd(Blob bytes, int flags) throws ImageException {
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

    private static boolean isSame(Mat image, Blob bytes, int flags) throws ImageException {
        var other = Codec.decode(withEnd(bytes, (byte) 0xCA), flags);
        try {
            return Core.norm(image, other, Core.NORM_INF) == 0;
        } finally {
            other.release();
        }
    }

    private static Blob withEnd(Blob bytes, byte padding) {
        var length = usefulLength(bytes.asReadOnlyBuffer());
        var padded = new byte[length + PADDING_BYTES + END.length];
        bytes.asReadOnlyBuffer().get(padded, 0, length);
        Arrays.fill(padded, length, length + PADDING_BYTES, padding);
        System.arraycopy(END, 0, padded, length + PADDING_BYTES, END.length);
        return Blob.wrap(padded);
    }

    /** Without the zeros that a download which reserved its space leaves, and without half of a marker. */
    private static int usefulLength(ByteBuffer bytes) {
        var length = bytes.capacity();
        while (length > 0 && bytes.get(length - 1) == 0) {
            length--;
        }
        if (bytes.capacity() - length < MANY_ZEROS) {
            length = bytes.capacity();
        }
        return length > 0 && bytes.get(length - 1) == (byte) 0xFF ? length - 1 : length;
    }
}
