package io.faceline.vision.image.header;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The first directory of a TIFF file, or of the EXIF block of other formats: only the first value of a tag, and only
 * integer types, which is all that is needed. Reads only the requested entry, so malicious nesting has no effect. (TIFF
 * 6.0, section 2.)
 */
final class TiffDirectory {
    static final int IMAGE_WIDTH = 256;
    static final int IMAGE_HEIGHT = 257;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int ORIENTATION = 274;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int PLANAR_CONFIGURATION = 284;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int EXTRA_SAMPLES = 338;

    /** A value of {@link #PHOTOMETRIC}. */
    static final int RGB = 2;

    private static final int ENTRY_BYTES = 12;
    private static final int TYPE_BYTE = 1;
    private static final int TYPE_SHORT = 3;
    private static final int TYPE_LONG = 4;

    private final ByteBuffer bytes;
    private final int start;
    private final int entries;

    private TiffDirectory(ByteBuffer bytes, int start, int entries) {
        this.bytes = bytes;
        this.start = start;
        this.entries = entries;
    }

    /** Reads a directory from bytes that begin with the byte order mark. */
    static TiffDirectory read(ByteBuffer tiff) {
        var bytes =
                tiff.slice().order(tiff.get(tiff.position()) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var offset = bytes.getInt(4);
        return new TiffDirectory(bytes, offset + 2, Short.toUnsignedInt(bytes.getShort(offset)));
    }

    int entries() {
        return entries;
    }

    /** Whether the directory has the tag, also with a value that {@link #number} cannot read. */
    boolean has(int tag) {
        return entryOf(tag).isPresent();
    }

    OptionalLong number(int tag) {
        var entry = entryOf(tag);
        return entry.isPresent() ? valueOf(entry.getAsInt()) : OptionalLong.empty();
    }

    private OptionalInt entryOf(int tag) {
        for (int i = 0; i < entries; i++) {
            var entry = start + i * ENTRY_BYTES;
            if (Short.toUnsignedInt(bytes.getShort(entry)) == tag) {
                return OptionalInt.of(entry);
            }
        }
        return OptionalInt.empty();
    }

    private OptionalLong valueOf(int entry) {
        return switch (bytes.getShort(entry + 2)) {
            case TYPE_BYTE -> OptionalLong.of(Byte.toUnsignedLong(bytes.get(entry + 8)));
            case TYPE_SHORT -> OptionalLong.of(Short.toUnsignedLong(bytes.getShort(entry + 8)));
            case TYPE_LONG -> OptionalLong.of(Integer.toUnsignedLong(bytes.getInt(entry + 8)));
            default -> OptionalLong.empty();
        };
    }

    Orientation orientation() {
        return Orientation.ofExif(number(ORIENTATION).orElse(1));
    }

    /** The orientation of an EXIF block; {@code NONE} if the block is invalid. */
    static Orientation orientationOfExif(ByteBuffer tiff) {
        try {
            return read(tiff).orientation();
        } catch (IndexOutOfBoundsException e) {
            return Orientation.NONE;
        }
    }
}
