package io.faceline.vision.video;

import io.faceline.vision.video.container.Orientation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the orientation into a JPEG's EXIF, which costs nothing, unlike rotating its pixels. */
final class ExifJpeg {
    private static final int START_OF_IMAGE_BYTES = 2;
    private static final int APP1 = 0xFFE1;
    private static final int TIFF_MAGIC = 42;
    private static final int FIRST_DIRECTORY = 8;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT_TYPE = 3;

    private ExifJpeg() {}

    /** The JPEG with this orientation in an EXIF segment; unchanged if it is upright. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return jpeg;
        }
        var segment = segment(orientation);
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, START_OF_IMAGE_BYTES)
                .put(segment)
                .put(jpeg, START_OF_IMAGE_BYTES, jpeg.length - START_OF_IMAGE_BYTES)
                .array();
    }

    /** Big-endian TIFF with one directory of one entry (Exif 2.3, 4.5 and 4.6). */
    private static byte[] segment(int orientation) {
        var segment = ByteBuffer.allocate(36);
        segment.putShort((short) APP1).putShort((short) (segment.capacity() - Short.BYTES));
        segment.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) TIFF_MAGIC)
                .putInt(FIRST_DIRECTORY);
        segment.putShort((short) 1);
        segment.putShort((short) ORIENTATION_TAG).putShort((short) SHORT_TYPE).putInt(1);
        segment.putShort((short) orientation).putShort((short) 0);
        segment.putInt(0);
        return segment.array();
    }
}
