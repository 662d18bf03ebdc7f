package io.faceline.ingest.spool;

import io.faceline.vision.video.VideoKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The media type of a video, decided by its first bytes and never by its name. */
final class VideoType {
    /** Covers also the brand of an MP4 and the document type of a Matroska file. */
    static final int HEAD_BYTES = VideoKind.HEAD_BYTES;

    /** The document type of a Matroska file is within these bytes. */
    private static final int DOCUMENT_TYPE_BYTES = 64;

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
            case MATROSKA -> isWebm(head) ? "video/webm" : "video/x-matroska";
            case AVI -> "video/x-msvideo";
            case MPEG_TS -> "video/mp2t";
            case MPEG_PS -> "video/mpeg";
            case FLV -> "video/x-flv";
            case ASF -> "video/x-ms-wmv";
            case OGG -> "video/ogg";
        };
    }

    private static boolean isWebm(String head) {
        return head.substring(0, Math.min(head.length(), DOCUMENT_TYPE_BYTES)).contains("webm");
    }
}
