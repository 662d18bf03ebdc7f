package io.faceline.contracts.serde;

import io.faceline.contracts.face.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Encodes an embedding as little-endian float32, four bytes per number: a fifth smaller than CBOR's own numbers. */
final class EmbeddingBytes {
    private EmbeddingBytes() {}

    static byte[] toBytes(Embedding embedding) {
        var buffer = ByteBuffer.allocate(embedding.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(embedding.toArray());
        return buffer.array();
    }

    static Embedding fromBytes(byte[] bytes) {
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(
                    "the bytes of an embedding must be a multiple of " + Float.BYTES + ", were " + bytes.length);
        }
        var values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Embedding.ofUnit(values);
    }
}
