package io.faceline.vision.image.entropy;

/**
 * The content of a marker segment. Bytes beyond its end are zero.
 *
 * @param bytes of the whole file
 */
@SuppressWarnings("ArrayRecordComponent") // Never leaves this package, and is never compared.
record Segment(byte[] bytes, int start, int length) {
    int at(int offset) {
        return offset >= length ? 0 : Byte.toUnsignedInt(bytes[start + offset]);
    }

    /** Of 16 bits. */
    int number(int offset) {
        return at(offset) << Byte.SIZE | at(offset + 1);
    }
}
