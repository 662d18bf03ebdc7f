package io.faceline.vision.image.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The header of a TIFF without its data, for tests. */
final class TiffHeader {
    private TiffHeader() {}

    /** @param more tags and their values, in turn */
    static byte[] of(int width, int height, int... more) {
        var entries = 2 + more.length / 2;
        var header = ByteBuffer.allocate(14 + entries * 12).order(ByteOrder.LITTLE_ENDIAN);
        header.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) entries);
        header.putShort((short) 256).putShort((short) 4).putInt(1).putInt(width);
        header.putShort((short) 257).putShort((short) 4).putInt(1).putInt(height);
        for (int i = 0; i < more.length; i += 2) {
            header.putShort((short) more[i]).putShort((short) 4).putInt(1).putInt(more[i + 1]);
        }
        return header.array();
    }
}
