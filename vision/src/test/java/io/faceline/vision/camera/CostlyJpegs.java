package io.faceline.vision.camera;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Small JPEGs that cost much. */
final class CostlyJpegs {
    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    /** Blocks without content that one code of the table below stands for: fourteen bits and the highest. */
    private static final int RUN = 1 << 14;

    private CostlyJpegs() {}

    /** A progressive picture whose coefficients are refined again and again. */
    static byte[] ofScans(int width, int height, int scans) {
        var jpeg = new ByteArrayOutputStream();
        jpeg.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        segment(jpeg, 0xDB, table(0, 64));
        segment(jpeg, 0xDB, table(1, 64));
        segment(jpeg, SOF2, bytes(8, height >> 8, height, width >> 8, width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1));
        segment(jpeg, 0xC4, code(0x00, 0));
        segment(jpeg, 0xC4, code(0x10, 0xE0));
        segment(jpeg, 0xDA, bytes(3, 1, 0, 2, 0, 3, 0, 0, 0, 0));
        var units = ((width + 15) / 16) * ((height + 15) / 16);
        jpeg.writeBytes(new byte[(units * 6 + 7) / 8]);
        var scan = emptyScan(((width + 7) / 8) * ((height + 7) / 8));
        for (var i = 0; i < scans; i++) {
            jpeg.writeBytes(scan);
        }
        jpeg.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return jpeg.toByteArray();
    }

    private static byte[] emptyScan(int blocks) {
        var scan = new ByteArrayOutputStream();
        segment(scan, 0xDA, bytes(1, 1, 0, 1, 63, 0));
        // The code is one zero, and fifteen bits with it are a run of RUN blocks.
        var bits = 15 * ((blocks + RUN - 1) / RUN);
        var zeros = new byte[(bits + 7) / 8];
        zeros[zeros.length - 1] = (byte) ((1 << (zeros.length * 8 - bits)) - 1);
        scan.writeBytes(zeros);
        return scan.toByteArray();
    }

    private static byte[] table(int number, int values) {
        var table = new byte[values + 1];
        Arrays.fill(table, (byte) 1);
        table[0] = (byte) number;
        return table;
    }

    /** A table with one code, of one bit. */
    private static byte[] code(int table, int symbol) {
        var code = new byte[18];
        code[0] = (byte) table;
        code[1] = 1;
        code[17] = (byte) symbol;
        return code;
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static void segment(ByteArrayOutputStream target, int marker, byte[] body) {
        target.writeBytes(bytes(0xFF, marker, (body.length + 2) >> 8, body.length + 2));
        target.writeBytes(body);
    }

    /** The same picture with another size in its header. */
    static byte[] saying(byte[] jpeg, int width, int height) {
        var other = jpeg.clone();
        for (var i = 2; i + 8 < other.length; i += 2 + ((other[i + 2] & 0xFF) << 8 | (other[i + 3] & 0xFF))) {
            var marker = other[i + 1] & 0xFF;
            if (marker == SOF0 || marker == SOF2) {
                System.arraycopy(bytes(height >> 8, height, width >> 8, width), 0, other, i + 5, 4);
                return other;
            }
        }
        throw new IllegalArgumentException("no picture");
    }
}
