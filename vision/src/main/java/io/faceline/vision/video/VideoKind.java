package io.faceline.vision.video;

import io.faceline.vision.video.container.TransportPackets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
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
    AVI("avi"),
    /** TS, MTS and M2TS of camcorders, cameras and broadcasts. */
    MPEG_TS("mpegts"),
    /** MPG and VOB. */
    MPEG_PS("mpeg"),
    FLV("flv"),
    /** WMV. */
    ASF("asf"),
    /** OGV. */
    OGG("ogg");

    /** The supported formats by the names that users know. */
    public static final String NAMES = "MP4, MOV, MKV, WebM, AVI, MPEG (TS, MTS, MPG), FLV, WMV or OGV";

    /** Number of bytes needed to detect every container. */
    public static final int HEAD_BYTES = 1024;

    /** The only formats that FFmpeg may open. */
    public static final String ALLOWED_FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg";

    private static final int MIN_HEAD_BYTES = 12;
    private static final byte[] ASF_HEADER = HexFormat.of().parseHex("3026b2758e66cf11a6d900aa0062ce6c");

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
    public String format() {
        return format;
    }

    /** Whether the container stores its last timestamp as its duration, as FFmpeg reads it. */
    boolean isDurationAnEnd() {
        return this == MATROSKA || this == ASF;
    }

    /** Whether positions can be found without reading; the others are streams of packets. */
    boolean hasIndex() {
        return this != MPEG_TS && this != MPEG_PS;
    }

    public static Optional<VideoKind> of(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return of(content.readNBytes(HEAD_BYTES));
        }
    }

    /** Detects the container from the first bytes of a file. */
    public static Optional<VideoKind> of(byte[] head) {
        return head.length < MIN_HEAD_BYTES
                ? Optional.empty()
                : Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        return switch (this) {
            case MP4 -> FIRST_ATOMS.contains(text(head, 4)) && !isImage(head);
            case MATROSKA -> startsWith(head, EBML);
            case AVI -> text(head, 0).equals("RIFF") && text(head, 8).equals("AVI ");
            case MPEG_TS -> TransportPackets.isStream(head);
            case MPEG_PS -> text(head, 0).equals("\0\0\u0001\u00ba") && isPackHeader(head[4]);
            case FLV -> text(head, 0).equals("FLV\u0001");
            case ASF -> startsWith(head, ASF_HEADER);
            case OGG -> text(head, 0).equals("OggS") && head[4] == 0;
        };
    }

    /** The marker bits of MPEG-1 (ISO/IEC 11172-1, 2.4.3.2) or MPEG-2 (ISO/IEC 13818-1, 2.5.3.3). */
    private static boolean isPackHeader(byte afterStartCode) {
        return (afterStartCode & 0xF0) == 0x20 || (afterStartCode & 0xC0) == 0x40;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return Arrays.equals(magic, Arrays.copyOf(head, magic.length));
    }

    private static boolean isImage(byte[] head) {
        return text(head, 4).equals("ftyp")
                && IMAGE_BRANDS.contains(text(head, 8).substring(0, 3));
    }

    private static String text(byte[] head, int from) {
        return new String(head, from, 4, StandardCharsets.ISO_8859_1);
    }
}
