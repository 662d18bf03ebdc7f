package io.faceline.vision.image.decode;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Makes valid black JPEGs whose decoding costs more than their bytes. */
final class CostlyJpeg {
    private static final int SEQUENTIAL = 0xC0;
    private static final int PROGRESSIVE = 0xC2;
    /** Runs of empty blocks end here: the code of the longest is one bit with 14 bits of length. */
    private static final int LONGEST_RUN = 32_767;

    private static final int RUN_BITS = 14;

    private final int width;
    private final int height;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CostlyJpeg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** One scan with all DC coefficients, and further ones in which all blocks of the luma are empty. */
    static byte[] progressive(int width, int height, int scans) {
        var jpeg = new CostlyJpeg(width, height);
        jpeg.start(PROGRESSIVE, new byte[0]);
        jpeg.interleavedScan(0, 6);
        for (var i = 1; i < scans; i++) {
            jpeg.emptyScan();
        }
        return jpeg.end();
    }

    /** The same scan of all components again and again. */
    static byte[] sequential(int width, int height, int scans) {
        return sequential(width, height, scans, new byte[0]);
    }

    /** @param segments between the start of the image and its frame */
    static byte[] sequential(int width, int height, int scans, byte[] segments) {
        var jpeg = new CostlyJpeg(width, height);
        jpeg.start(SEQUENTIAL, segments);
        for (var i = 0; i < scans; i++) {
            jpeg.interleavedScan(63, 12);
        }
        return jpeg.end();
    }

    /** A segment with its marker. */
    static byte[] segment(int marker, byte[] content) {
        var segment = new byte[4 + content.length];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) marker;
        segment[2] = (byte) (content.length + 2 >> 8);
        segment[3] = (byte) (content.length + 2);
        System.arraycopy(content, 0, segment, 4, content.length);
        return segment;
    }

    /** A Huffman table whose only code is one zero bit. */
    static byte[] table(int classAndNumber, int value) {
        var table = new byte[18];
        table[0] = (byte) classAndNumber;
        table[1] = 1;
        table[17] = (byte) value;
        return table;
    }

    private void start(int frame, byte[] segments) {
        write(0xFF, 0xD8);
        out.writeBytes(segments);
        for (var number = 0; number < 2; number++) {
            var quantization = new byte[65];
            Arrays.fill(quantization, (byte) 1);
            quantization[0] = (byte) number;
            out.writeBytes(segment(0xDB, quantization));
        }
        out.writeBytes(segment(frame, new byte[] {
            8,
            (byte) (height >> 8),
            (byte) height,
            (byte) (width >> 8),
            (byte) width,
            3,
            1,
            0x22,
            0,
            2,
            0x11,
            1,
            3,
            0x11,
            1
        }));
        out.writeBytes(segment(0xC4, table(0, 0)));
        out.writeBytes(segment(0xC4, table(0x10, frame == PROGRESSIVE ? RUN_BITS << 4 : 0)));
    }

    /** @param bitsPerUnit of four blocks of luma and two of chroma */
    private void interleavedScan(int lastCoefficient, int bitsPerUnit) {
        out.writeBytes(segment(0xDA, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, (byte) lastCoefficient, 0}));
        var units = (long) blocks(width, 16) * blocks(height, 16);
        out.writeBytes(new byte[(int) ((units * bitsPerUnit + 7) / 8)]);
    }

    private void emptyScan() {
        out.writeBytes(segment(0xDA, new byte[] {1, 1, 0, 1, 63, 0}));
        var bits = new StringBuilder();
        for (var left = blocks(width, 8) * blocks(height, 8); left > 0; ) {
            // The longest run is not taken, as its bits would look like a marker.
            var run = Math.max(1 << RUN_BITS, Math.min(left, LONGEST_RUN - 64));
            bits.append('0');
            for (var bit = RUN_BITS - 1; bit >= 0; bit--) {
                bits.append(run >> bit & 1);
            }
            left -= run;
        }
        bits.append("1".repeat(Math.floorMod(-bits.length(), 8)));
        for (var i = 0; i < bits.length(); i += 8) {
            var value = Integer.parseInt(bits.substring(i, i + 8), 2);
            out.write(value);
            if (value == 0xFF) {
                out.write(0);
            }
        }
    }

    private static int blocks(int length, int side) {
        return (length + side - 1) / side;
    }

    private byte[] end() {
        write(0xFF, 0xD9);
        return out.toByteArray();
    }

    private void write(int... values) {
        for (var value : values) {
            out.write(value);
        }
    }
}
