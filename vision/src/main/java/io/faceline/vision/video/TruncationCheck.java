package io.faceline.vision.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * Whether a file ends before its container says it does. FFmpeg reads what is there and takes that for the end; whoever
 * sent half a film would not hear of it.
 */
final class TruncationCheck {
    /** Of a film in fragments each has two parts; a file with more than this was made to keep us busy. */
    private static final int MAX_PARTS = 1_000_000;

    private static final int HEADER_BYTES = 16;
    private static final int ATOM_BYTES = 8;
    private static final int SEGMENT = 0x18538067;

    /** What follows the pictures, often carelessly, does not count. */
    private static final Set<String> ATOMS_OF_PICTURES = Set.of("mdat", "moof");

    private final FileChannel file;

    private TruncationCheck(FileChannel file) {
        this.file = file;
    }

    static boolean isCutOff(Path path, VideoKind kind) throws IOException {
        try (var file = FileChannel.open(path)) {
            var size = file.size();
            return new TruncationCheck(file).declaredEnd(kind, size) > size;
        }
    }

    /** Where the file says it ends; 0 when it does not say. */
    private long declaredEnd(VideoKind kind, long size) throws IOException {
        return switch (kind) {
            case MP4 -> endOfAtoms(size);
            case MATROSKA -> endOfSegment();
            case AVI -> endOfRiff(size);
        };
    }

    /** Atoms lie one behind the other, each with its size in front (ISO/IEC 14496-12, 4.2). */
    private long endOfAtoms(long size) throws IOException {
        var position = 0L;
        for (var i = 0; i < MAX_PARTS && position + ATOM_BYTES <= size; i++) {
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
                return ATOMS_OF_PICTURES.contains(text(header, Integer.BYTES)) ? position : 0;
            }
        }
        return 0;
    }

    /** The header of EBML, then one segment that holds all else (RFC 8794, 9418). */
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

    /** A number as long as its leading zeros say (RFC 8794, 4); -1 when all others are ones, which means unknown. */
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

    /** Long files are several RIFFs one behind the other (OpenDML 1.02). */
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

    /** Beyond the end of the file all is zero. */
    private ByteBuffer header(long position) throws IOException {
        var header = ByteBuffer.allocate(HEADER_BYTES);
        if (position >= 0) {
            file.read(header, position);
        }
        return header.rewind();
    }
}
