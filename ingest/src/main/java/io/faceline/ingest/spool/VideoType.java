package io.faceline.ingest.spool;

import io.faceline.vision.video.VideoKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The media type of a video, decided by its first bytes and never by its name. */
final class VideoType {
    /** Covers the brand of an MP4 and the document type of a Matroska file. */
    static final int HEAD_BYTES = 64;

    private static final int BRAND_AT = 8;
    private static final String QUICKTIME_BRAND = "qt  ";

    private VideoType() {}

    /** Empty when the bytes are not those of a video. */
    static Optional<String> of(byte[] head) {
        return VideoKind.of(head).map(kind -> of(kind, new String(head, StandardCharsets.ISO_8859_1)));
    }

    private static String of(VideoKind kind, String head) {
        return switch (kind) {
            case MP4 -> head.startsWith(QUICKTIME_BRAND, BRAND_AT) ? "video/quicktime" : "video/mp4";
            case MATROSKA -> head.contains("webm") ? "video/webm" : "video/x-matroska";
            case AVI -> "video/x-msvideo";
        };
    }
}
