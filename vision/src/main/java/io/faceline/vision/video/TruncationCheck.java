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

    private static String text(ByteBuffer header, int from) {
        var name = new byte[Integer.BYTES];
        header.get(from, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** Bytes beyond the end of the file are zero. */
    private ByteBuffer header(long position) throws IOException {
        var header = ByteBuffer.allocate(HEADER_BYTES);
        if (position >= 0) {
            file.read(header, position);
        }
        return header.rewind();
    }
}
