package io.faceline.vision.image.header;

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

    /** Detects the format; empty if it is not supported. */
    public static Optional<ImageKind> sniff(byte[] bytes) {
        return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return switch (this) {
            case JPEG -> hasAt(bytes, 0, "\u00ff\u00d8\u00ff");
            case PNG -> hasAt(bytes, 0, "\u0089PNG\r\n\u001a\n");
            case WEBP -> hasAt(bytes, 0, "RIFF") && hasAt(bytes, 8, "WEBP");
            case BMP -> hasAt(bytes, 0, "BM");
            case TIFF -> hasAt(bytes, 0, "II*\0") || hasAt(bytes, 0, "MM\0*");
        };
    }

    /** Whether the bytes at the offset equal this Latin-1 text. */
    public static boolean hasAt(byte[] bytes, int offset, String text) {
        var expected = text.getBytes(StandardCharsets.ISO_8859_1);
        var end = offset + expected.length;
        return bytes.length >= end && Arrays.equals(bytes, offset, end, expected, 0, expected.length);
    }
}
