package io.faceline.matcher.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A minimal writer of the Protocol Buffers wire format, as needed for a small ONNX file. */
final class Protobuf {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param value must not be negative */
    Protobuf number(int field, int value) {
        varint((field << 3) | VARINT);
        varint(value);
        return this;
    }

    Protobuf text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Protobuf message(int field, Protobuf value) {
        return bytes(field, value.toByteArray());
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private Protobuf bytes(int field, byte[] value) {
        varint((field << 3) | LENGTH_DELIMITED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(int value) {
        var rest = value;
        while (rest > SEVEN_BITS) {
            bytes.write((rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        bytes.write(rest);
    }
}
