package io.faceline.vision.image.header;

import io.faceline.contracts.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The supported formats, detected by their first bytes, not by the file name. */
public enum ImageKind {
    JPEG,
    PNG,
    WEBP,
    BMP,
    TIFF;

    /** The names of all, for messages. */
    public static final String NAMES = "JPEG, PNG, WebP, BMP or TIFF";

    /** The format these bytes begin like; empty when it is none of ours. */
    public static Optional<ImageKind> sniff(Blob image) {
        var bytes = image.asReadOnlyBuffer();
        return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
    }

    private boolean begins(ByteBuffer bytes) {
        return switch (this) {
            case JPEG -> hasAt(bytes, 0, "\u00ff\u00d8\u00ff");
            case PNG -> hasAt(bytes, 0, "\u0089PNG\r\n\u001a\n");
            case WEBP -> hasAt(bytes, 0, "RIFF") && hasAt(bytes, 8, "WEBP");
            case BMP -> hasAt(bytes, 0, "BM");
            case TIFF -> hasAt(bytes, 0, "II*\0") || hasAt(bytes, 0, "MM\0*");
        };
    }

    /** Whether the bytes of this Latin-1 text are there. */
    public static boolean hasAt(ByteBuffer bytes, int offset, String text) {
        var wanted = StandardCharsets.ISO_8859_1.encode(text);
        return bytes.capacity() >= offset + wanted.limit()
                && bytes.slice(offset, wanted.limit()).equals(wanted);
    }
}
