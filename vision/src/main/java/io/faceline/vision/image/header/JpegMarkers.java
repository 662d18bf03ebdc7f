package io.faceline.vision.image.header;

import io.faceline.contracts.Blob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What costs work in a JPEG, counted wherever it stands in the file. Decoders differ in the segments that they skip and in
 * where they stop, but each begins a scan, a frame or a table only at the bytes that are counted here, so the numbers are
 * upper bounds for all of them. Thumbnails count too; random bytes look like one of these once in 2^40.
 *
 * @param scans passes over the coefficients of the image
 * @param frames images, with memory of their own
 * @param tables Huffman tables, at most {@link #MAX_TABLES} and those of one segment
 * @param isProgressive whether a frame is progressive
 * @param isArithmetic whether a frame is coded arithmetically, which is some ten times as slow
 * @param exifSegments where segments with EXIF begin, at their markers; at most {@link #MAX_EXIF_SEGMENTS}
 */
public record JpegMarkers(
        int scans, int frames, int tables, boolean isProgressive, boolean isArithmetic, List<Integer> exifSegments) {
    /** Nobody writes more; they are not counted further, since segments may overlap. */
    static final int MAX_TABLES = 100_000;

    static final int MAX_EXIF_SEGMENTS = 1000;

    private static final int PROGRESSIVE = 0xC2;
    private static final int DEFINE_TABLES = 0xC4;
    private static final int ARITHMETIC_SEQUENTIAL = 0xC9;
    private static final int ARITHMETIC_PROGRESSIVE = 0xCA;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f'};
    private static final int MAX_COMPONENTS = 4;
    private static final int TABLE_HEADER_BYTES = 17;
    private static final int MAX_TABLE_VALUES = 256;

    public JpegMarkers {
        exifSegments = List.copyOf(exifSegments);
    }

    static JpegMarkers count(Blob file) {
        var counter = new Counter(file.unsafeArray());
        counter.countAll();
        return new JpegMarkers(
                counter.scans,
                counter.frames,
                counter.tables,
                counter.isProgressive,
                counter.isArithmetic,
                counter.exifSegments);
    }

    /** Whether an image is coded otherwise than in a single pass of Huffman codes. */
    boolean hasUnusualFrame() {
        return isProgressive || isArithmetic;
    }

    private static final class Counter {
        private final byte[] bytes;
        private final List<Integer> exifSegments = new ArrayList<>();
        private int scans;
        private int frames;
        private int tables;
        private boolean isProgressive;
        private boolean isArithmetic;

        Counter(byte[] bytes) {
            this.bytes = bytes;
        }

        void countAll() {
            // A marker takes two bytes, a length two more.
            var end = bytes.length - 4;
            for (var i = 0; i < end; i++) {
                if (bytes[i] == (byte) 0xFF && bytes[i + 1] < 0) {
                    count(i, Byte.toUnsignedInt(bytes[i + 1]), i + 2);
                }
            }
        }

        private void count(int start, int marker, int segment) {
            switch (marker) {
                case DEFINE_TABLES -> countTables(segment);
                case START_OF_SCAN -> scans += hasComponents(segment, segment + 2, 6, 2) ? 1 : 0;
                case APP1 -> countExif(start, segment);
                default -> countFrame(marker, segment);
            }
        }

        private void countFrame(int marker, int segment) {
            // Precision and size stand before the components.
            if (JpegHeader.isStartOfFrame(marker) && hasComponents(segment, segment + 7, 8, 3)) {
                frames++;
                isProgressive |= marker == PROGRESSIVE || marker == ARITHMETIC_PROGRESSIVE;
                isArithmetic |= marker == ARITHMETIC_SEQUENTIAL || marker == ARITHMETIC_PROGRESSIVE;
            }
        }

        /** Whether the segment is as long as its number of components says, which all decoders require. */
        private boolean hasComponents(int segment, int position, int fixedBytes, int bytesPerComponent) {
            if (position >= bytes.length) {
                return false;
            }
            var components = bytes[position];
            return components >= 1
                    && components <= MAX_COMPONENTS
                    && length(segment) == fixedBytes + components * bytesPerComponent;
        }

        private void countTables(int segment) {
            var end = Math.min(bytes.length, segment + length(segment));
            var position = segment + 2;
            while (tables < MAX_TABLES && position + TABLE_HEADER_BYTES <= end && isTable(position)) {
                position += TABLE_HEADER_BYTES + values(position);
                tables += position <= end ? 1 : 0;
            }
        }

        private boolean isTable(int position) {
            var isClassAndNumber = (bytes[position] & 0xEC) == 0;
            return isClassAndNumber && values(position) <= MAX_TABLE_VALUES;
        }

        private int values(int table) {
            var sum = 0;
            for (var i = 1; i < TABLE_HEADER_BYTES; i++) {
                sum += Byte.toUnsignedInt(bytes[table + i]);
            }
            return sum;
        }

        private void countExif(int start, int segment) {
            var name = segment + 2;
            if (exifSegments.size() < MAX_EXIF_SEGMENTS
                    && name + EXIF.length <= bytes.length
                    && Arrays.equals(bytes, name, name + EXIF.length, EXIF, 0, EXIF.length)) {
                exifSegments.add(start);
            }
        }

        private int length(int segment) {
            return Byte.toUnsignedInt(bytes[segment]) << 8 | Byte.toUnsignedInt(bytes[segment + 1]);
        }
    }
}
