package io.faceline.vision.image.header;

import java.nio.ByteBuffer;

/** Reads the header of a WebP (WebP container specification, RFC 9649). */
public final class WebpHeader {
    public static final int FIRST_CHUNK = 12;

    private static final int EXTENDED = WebpChunks.name("VP8X");
    private static final int LOSSLESS = WebpChunks.name("VP8L");
    private static final int EXIF = WebpChunks.name("EXIF");
    private static final int ALPHA_FLAG = 0x10;
    private static final int ANIMATION_FLAG = 0x02;
    private static final int FOURTEEN_BITS = 0x3FFF;
    private static final String JPEG_PREFIX = "Exif\0\0";

    private WebpHeader() {}

    static GeneralHeader read(ByteBuffer bytes) {
        var name = bytes.getInt(FIRST_CHUNK);
        if (name == EXTENDED) {
            return extended(bytes);
        }
        return name == LOSSLESS ? lossless(bytes.getInt(21)) : lossy(bytes);
    }

    private static GeneralHeader extended(ByteBuffer bytes) {
        var flags = bytes.get(20);
        return new GeneralHeader(
                ImageKind.WEBP,
                WebpChunks.unsigned24(bytes, 24) + 1,
                WebpChunks.unsigned24(bytes, 27) + 1,
                orientation(bytes),
                (flags & ALPHA_FLAG) != 0,
                (flags & ANIMATION_FLAG) != 0,
                // Transparency is a lossless image of its own.
                DecodingWork.passes((flags & ALPHA_FLAG) != 0 ? 2 : 1));
    }

    private static GeneralHeader lossless(int bits) {
        var width = (bits & FOURTEEN_BITS) + 1;
        var height = (bits >> 14 & FOURTEEN_BITS) + 1;
        return new GeneralHeader(
                ImageKind.WEBP, width, height, Orientation.NONE, (bits >> 28 & 1) != 0, false, DecodingWork.ONE_PASS);
    }

    private static GeneralHeader lossy(ByteBuffer bytes) {
        return GeneralHeader.plain(
                ImageKind.WEBP, bytes.getShort(26) & FOURTEEN_BITS, bytes.getShort(28) & FOURTEEN_BITS);
    }

    /** Some encoders keep the prefix that EXIF has in a JPEG. */
    private static Orientation orientation(ByteBuffer bytes) {
        return WebpChunks.find(bytes, FIRST_CHUNK, EXIF)
                .map(exif -> {
                    var hasPrefix = exif.capacity() > JPEG_PREFIX.length() && exif.get(0) == 'E';
                    return hasPrefix ? exif.slice(JPEG_PREFIX.length(), exif.capacity() - JPEG_PREFIX.length()) : exif;
                })
                .map(TiffDirectory::orientationOfExif)
                .orElse(Orientation.NONE);
    }
}
