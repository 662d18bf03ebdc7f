package io.faceline.vision.image.entropy;

/**
 * Reads the bits of an entropy-coded segment up to the next marker (ITU-T T.81, F.2.2.5). Beyond it all bits are zero.
 * Not thread-safe.
 */
final class EntropyReader {
    private static final int FULL_BITS = 48;
    private static final int MARKER = 0xFF;

    private final byte[] bytes;
    private int position;
    private long bits;
    private int count;
    private boolean isExhausted;

    EntropyReader(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** The next 16 bits, which stay unread. */
    int peek() {
        if (count < Short.SIZE) {
            fill();
        }
        var missing = Short.SIZE - count;
        return (int) (missing > 0 ? bits << missing : bits >>> -missing) & 0xFFFF;
    }

    /** @param length at most 16 */
    void skip(int length) {
        if (count < length) {
            fill();
        }
        count -= length;
        if (count < 0) {
            isExhausted = true;
            count = 0;
        }
    }

    /** @param length at most 16 */
    int read(int length) {
        var value = length == 0 ? 0 : peek() >>> (Short.SIZE - length);
        skip(length);
        return value;
    }

    /** Whether more bits were read than there are before the marker. */
    boolean isExhausted() {
        return isExhausted;
    }

    private void fill() {
        while (count <= FULL_BITS && position < bytes.length) {
            var next = Byte.toUnsignedInt(bytes[position]);
            if (next == MARKER) {
                if (position + 1 >= bytes.length || bytes[position + 1] != 0) {
                    return;
                }
                position++;
            }
            position++;
            bits = bits << Byte.SIZE | next;
            count += Byte.SIZE;
        }
    }

    /** Drops the bits before the next marker, and returns the number of whole bytes among them that are no padding. */
    int skipToMarker() {
        var from = position;
        while (position < bytes.length && !isAtMarker()) {
            position++;
        }
        var dropped = isPadding(from, position) ? 0 : position - from + count / Byte.SIZE;
        count = 0;
        isExhausted = false;
        return dropped;
    }

    private boolean isAtMarker() {
        return Byte.toUnsignedInt(bytes[position]) == MARKER
                && position + 1 < bytes.length
                && bytes[position + 1] != 0
                && Byte.toUnsignedInt(bytes[position + 1]) != MARKER;
    }

    /** Some cameras fill their buffers with zeros or ones. */
    private boolean isPadding(int from, int to) {
        for (var i = from; i < to; i++) {
            if (bytes[i] != bytes[from] || (bytes[i] != 0 && Byte.toUnsignedInt(bytes[i]) != MARKER)) {
                return false;
            }
        }
        return true;
    }

    /** Reads the marker at the position, if it is this one. */
    boolean skipMarker(int marker) {
        if (position + 1 >= bytes.length || Byte.toUnsignedInt(bytes[position + 1]) != marker) {
            return false;
        }
        position += 2;
        return true;
    }

    /** Offset of the next unread byte; only exact at a marker. */
    int position() {
        return position;
    }
}
