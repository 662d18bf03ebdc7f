package io.faceline.vision.image.header;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads chunks of a RIFF container: name, length, data, padded to an even length; little-endian. */
public final class WebpChunks {
    private static final int PREFIX_BYTES = 8;

    private WebpChunks() {}

    /** The data of the first chunk of this name at or after the position; truncated if the file is. */
    public static Optional<ByteBuffer> find(ByteBuffer bytes, int from, int name) {
        long position = from;
        while (position + PREFIX_BYTES <= bytes.capacity()) {
            var start = (int) position + PREFIX_BYTES;
            var length = Integer.toUnsignedLong(bytes.getInt((int) position + 4));
            if (bytes.getInt((int) position) == name) {
                var end = (int) Math.min(bytes.capacity(), start + length);
                return Optional.of(bytes.slice(start, end - start).order(bytes.order()));
            }
            position = start + length + (length & 1);
        }
        return Optional.empty();
    }

    public static int name(String name) {
        return name.charAt(3) << 24 | name.charAt(2) << 16 | name.charAt(1) << 8 | name.charAt(0);
    }

    public static int unsigned24(ByteBuffer bytes, int offset) {
        return Short.toUnsignedInt(bytes.getShort(offset)) | Byte.toUnsignedInt(bytes.get(offset + 2)) << 16;
    }
}
