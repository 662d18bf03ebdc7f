package io.faceline.vision.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * Checks whether a file ends before the end declared by its container. FFmpeg treats the end of the data as the end of
 * the video and does not report truncation.
 */
final class TruncationCheck {
    /** A fragment has two atoms; a file with more than this is considered malicious. */
    private static final int MAX_ATOMS = 1_000_000;

    private static final int HEADER_BYTES = 16;
    private static final int ATOM_BYTES = 8;
    private static final int SEGMENT = 0x18538067;

    private static final int ASF_HEADER_BYTES = 30;
    private static final int ASF_OBJECT_BYTES = 24;
    private static final int ASF_PROPERTIES_BYTES = 104;
    private static final int ASF_FILE_SIZE = 40;
    private static final int ASF_FLAGS = 88;
    private static final int MAX_ASF_OBJECTS = 100;

    /** The first half of the object's GUID, 8CABDCA1-A947-11CF-8EE4-00C00C205365, as stored. */
    private static final long ASF_FILE_PROPERTIES = 0x11CFA9478CABDCA1L;

    private static final int MAX_OGG_PAGE_BYTES = 65_307;
    private static final int OGG_SEGMENTS = 26;

    /** Only atoms with frames are checked; later metadata is often written with wrong sizes. */
    private static final Set<String> FRAME_ATOMS = Set.of("mdat", "moof");

    private final FileChannel file;

    private TruncationCheck(FileChannel file) {
        this.file = file;
    }

    static boolean isTruncated(Path path, VideoKind kind) throws IOException {
        try (var file = FileChannel.open(path)) {
            var size = file.size();
            return new TruncationCheck(file).declaredEnd(kind, size) > size;
        }
    }

    /** The end declared by the container; 0 if unknown. */
    private long declaredEnd(VideoKind kind, long size) throws IOException {
        return switch (kind) {
            case MP4 -> endOfAtoms(size);
            case MATROSKA -> endOfSegment();
            case AVI -> endOfRiff(size);
            case ASF -> endOfAsf();
            case OGG -> endOfLastPage(size);
            // Streams of packets may end anywhere.
            case MPEG_TS, MPEG_PS, FLV -> 0;
        };
    }

    /** Atoms follow each other, each preceded by its size (ISO/IEC 14496-12, 4.2). */
    private long endOfAtoms(long size) throws IOException {
        var position = 0L;
        for (var i = 0; i < MAX_ATOMS && position + ATOM_BYTES <= size; i++) {
            var header = header(position);
            var length = Integer.toUnsignedLong(header.getInt(0));
            if (length == 1) {
                length = header.getLong(ATOM_BYTES);
            }
            if (length < ATOM_BYTES || position + length < 0) {
                return 0;
            }
            position += length;
            if (position > size) {
                return FRAME_ATOMS.contains(text(header, Integer.BYTES)) ? position : 0;
            }
        }
        return 0;
    }

    /** The EBML header is followed by a single segment (RFC 8794, 9418). */
    private long endOfSegment() throws IOException {
        var first = header(0);
        first.position(Integer.BYTES);
        var begin = number(first) + first.position();
        var second = header(begin);
        if (second.getInt() != SEGMENT) {
            return 0;
        }
        var length = number(second);
        return length < 0 ? 0 : begin + second.position() + length;
    }

    /**
     * A variable-length integer whose leading zeros give its length (RFC 8794, 4); -1 for an unknown size (all ones).
     */
    private static long number(ByteBuffer buffer) {
        var first = Byte.toUnsignedInt(buffer.get());
        var more = Integer.numberOfLeadingZeros(first) - 24;
        if (more >= Long.BYTES) {
            return -1;
        }
        var value = first & (0x7FL >> more);
        for (var i = 0; i < more; i++) {
            value = (value << Byte.SIZE) | Byte.toUnsignedInt(buffer.get());
        }
        var allOnes = (1L << (7 * (more + 1))) - 1;
        return value == allOnes ? -1 : value;
    }

    /** Large files consist of several consecutive RIFF chunks (OpenDML 1.02). */
    private long endOfRiff(long size) throws IOException {
        var position = 0L;
        while (position + ATOM_BYTES <= size) {
            var header = header(position).order(ByteOrder.LITTLE_ENDIAN);
            var length = Integer.toUnsignedLong(header.getInt(Integer.BYTES));
            if (!text(header, 0).equals("RIFF") || length == 0) {
                return position;
            }
            position += ATOM_BYTES + length;
        }
        return position;
    }

    /** The file size of the first File Properties Object (Advanced Systems Format, 3.2), which live recordings lack. */
    private long endOfAsf() throws IOException {
        var position = (long) ASF_HEADER_BYTES;
        for (var i = 0; i < MAX_ASF_OBJECTS; i++) {
            var header = bytes(position, ASF_PROPERTIES_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            var length = header.getLong(Long.BYTES * 2);
            if (header.getLong(0) == ASF_FILE_PROPERTIES) {
                var isLive = (header.getInt(ASF_FLAGS) & 1) != 0;
                return isLive ? 0 : header.getLong(ASF_FILE_SIZE);
            }
            if (length < ASF_OBJECT_BYTES || position + length < 0) {
                return 0;
            }
            position += length;
        }
        return 0;
    }

    /** The end of the last page, which the table of its segments gives (RFC 3533, 6). */
    private long endOfLastPage(long size) throws IOException {
        var from = Math.max(0, size - MAX_OGG_PAGE_BYTES);
        var tail = bytes(from, MAX_OGG_PAGE_BYTES);
        var at = StandardCharsets.ISO_8859_1.decode(tail.duplicate()).toString().lastIndexOf("OggS");
        if (at < 0) {
            return 0;
        }
        var isCut = at + OGG_SEGMENTS >= tail.capacity();
        var segments = isCut ? 0 : Byte.toUnsignedInt(tail.get(at + OGG_SEGMENTS));
        var end = from + at + OGG_SEGMENTS + 1 + segments;
        for (var i = 1; i <= segments && at + OGG_SEGMENTS + i < tail.capacity(); i++) {
            end += Byte.toUnsignedInt(tail.get(at + OGG_SEGMENTS + i));
        }
        return end;
    }

    private static String text(ByteBuffer header, int from) {
        var name = new byte[Integer.BYTES];
        header.get(from, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** Bytes beyond the end of the file are zero. */
    private ByteBuffer header(long position) throws IOException {
        return bytes(position, HEADER_BYTES);
    }

    private ByteBuffer bytes(long position, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        if (position >= 0) {
            while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) > 0) {}
        }
        return bytes.rewind();
    }
}
