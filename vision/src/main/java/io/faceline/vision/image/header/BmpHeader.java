package io.faceline.vision.image.header;

import java.nio.ByteBuffer;

/** The size in a BMP's header (little-endian). */
final class BmpHeader {
    private static final int OS2_HEADER_BYTES = 12;

    private BmpHeader() {}

    /** OS/2 files of the first kind have a header of 12 bytes with short numbers; a negative height means top row first. */
    static GeneralHeader read(ByteBuffer bytes) {
        if (bytes.getInt(14) == OS2_HEADER_BYTES) {
            return GeneralHeader.plain(
                    ImageKind.BMP, Short.toUnsignedLong(bytes.getShort(18)), Short.toUnsignedLong(bytes.getShort(20)));
        }
        return GeneralHeader.plain(
                ImageKind.BMP, Integer.toUnsignedLong(bytes.getInt(18)), Math.abs((long) bytes.getInt(22)));
    }
}
