package io.faceline.vision.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The supported containers, detected by their first bytes and never by the file name. The format is passed to FFmpeg:
 * its own detection would also accept playlists and other files that refer to further files and URLs.
 */
public enum VideoKind {
    /** MP4, MOV, M4V, 3GP: ISO base media, and QuickTime before it. */
    MP4("mov"),
    /** MKV and WebM. */
    MATROSKA("matroska"),
    AVI("avi");

    /** Number of bytes needed to detect the container. */
    static final int HEAD_BYTES = 12;

    private static final byte[] EBML = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
    private static final Set<String> FIRST_ATOMS =
            Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "moof", "styp", "sidx", "uuid");

    /** Still images in the same container: HEIC, HEIF, AVIF. */
    private static final Set<String> IMAGE_BRANDS = Set.of("hei", "hev", "mif", "avi", "msf");

    private final String format;

    VideoKind(String format) {
        this.format = format;
    }

    /** FFmpeg's name of the format. */
    String format() {
        return format;
    }

    public static Optional<VideoKind> of(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return of(content.readNBytes(HEAD_BYTES));
        }
    }

    /** Detects the container from the first bytes of a file. */
    public static Optional<VideoKind> of(byte[] head) {
        if (head.length < HEAD_BYTES) {
            return Optional.empty();
        }
        if (Arrays.equals(EBML, Arrays.copyOf(head, EBML.length))) {
            return Optional.of(MATROSKA);
        }
        if (text(head, 0).equals("RIFF") && text(head, 8).equals("AVI ")) {
            return Optional.of(AVI);
        }
        return FIRST_ATOMS.contains(text(head, 4)) && !isImage(head) ? Optional.of(MP4) : Optional.empty();
    }

    private static boolean isImage(byte[] head) {
        return text(head, 4).equals("ftyp")
                && IMAGE_BRANDS.contains(text(head, 8).substring(0, 3));
    }

    private static String text(byte[] head, int from) {
        return new String(head, from, 4, StandardCharsets.ISO_8859_1);
    }
}
