package io.faceline.vision.image.header;

import java.nio.ByteBuffer;
import java.util.Set;

/** Reads the header chunks of a PNG (PNG specification, third edition; big-endian). */
final class PngHeader {
    private static final int FIRST_CHUNK = 8;
    private static final int ALPHA_BIT = 4;
    private static final int LONG_SAMPLES = 16;
    /** Adam7 stores seven reduced images, and the decoder goes over the rows seven times. */
    private static final int INTERLACED_PASSES = 3;
    /** Each is inflated to up to 8 MB. */
    private static final long WORK_OF_COMPRESSED_CHUNK = 100_000_000;

    private static final int EXIF = name("eXIf");
    private static final int TRANSPARENCY = name("tRNS");
    private static final int ANIMATION = name("acTL");
    private static final Set<Integer> COMPRESSED = Set.of(name("zTXt"), name("iTXt"), name("iCCP"));

    private final ByteBuffer bytes;
    private Orientation orientation = Orientation.NONE;
    private boolean hasAlpha;
    private boolean isAnimated;
    private boolean hasExif;
    private long compressedChunks;

    private PngHeader(ByteBuffer bytes) {
        this.bytes = bytes;
        this.hasAlpha = (bytes.get(25) & ALPHA_BIT) != 0;
    }

    static GeneralHeader read(ByteBuffer bytes) {
        var header = new PngHeader(bytes);
        header.readChunks();
        return new GeneralHeader(
                ImageKind.PNG,
                Integer.toUnsignedLong(bytes.getInt(16)),
                Integer.toUnsignedLong(bytes.getInt(20)),
                header.orientation,
                header.hasAlpha,
                header.isAnimated,
                header.work());
    }

    private DecodingWork work() {
        var passes = bytes.get(28) == 0 ? 1 : INTERLACED_PASSES;
        var size = bytes.get(24) == LONG_SAMPLES ? 2 : 1;
        return new DecodingWork((long) passes * size, compressedChunks * WORK_OF_COMPRESSED_CHUNK);
    }

    /**
     * Reads the chunk names only, since EXIF may follow the pixels. Stops at the end of the file or at an invalid
     * length.
     */
    private void readChunks() {
        long position = FIRST_CHUNK;
        while (position + 8 <= bytes.capacity()) {
            var length = Integer.toUnsignedLong(bytes.getInt((int) position));
            readChunk(bytes.getInt((int) position + 4), (int) position + 8, length);
            position += length + 12;
        }
    }

    private void readChunk(int name, int start, long length) {
        if (name == TRANSPARENCY) {
            hasAlpha = true;
        } else if (name == ANIMATION) {
            isAnimated = true;
        } else if (COMPRESSED.contains(name)) {
            compressedChunks++;
        } else if (name == EXIF && !hasExif) {
            hasExif = true;
            var end = (int) Math.min(bytes.capacity(), start + length);
            orientation = TiffDirectory.orientationOfExif(bytes.slice(start, end - start));
        }
    }

    private static int name(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }
}
