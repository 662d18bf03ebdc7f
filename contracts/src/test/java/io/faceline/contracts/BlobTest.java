package io.faceline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class BlobTest {
    private final Blob blob = Blob.wrap(new byte[] {1, 2, 3});

    @Test
    void wrap_takesTheArrayOver() {
        var bytes = new byte[] {1, 2, 3};

        assertThat(Blob.wrap(bytes).unsafeArray()).isSameAs(bytes);
    }

    @Test
    void copyOf_isIndependentOfTheBuffer() {
        var buffer = ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}).position(1).limit(4);

        var copy = Blob.copyOf(buffer);
        buffer.put(1, (byte) 7);

        assertThat(copy).isEqualTo(blob);
        assertThat(buffer.remaining()).isEqualTo(3);
    }

    @Test
    void asReadOnlyBuffer_cannotBeWrittenTo() {
        var buffer = blob.asReadOnlyBuffer();

        assertThatExceptionOfType(ReadOnlyBufferException.class).isThrownBy(() -> buffer.put(0, (byte) 9));
        assertThat(buffer.hasArray()).isFalse();
    }

    @Test
    void asReadOnlyBuffer_hasItsOwnPosition() {
        blob.asReadOnlyBuffer().get();

        assertThat(blob.asReadOnlyBuffer().remaining()).isEqualTo(3);
    }

    @Test
    void toByteArray_isTheCallers() {
        blob.toByteArray()[0] = 9;

        assertThat(blob).isEqualTo(Blob.wrap(new byte[] {1, 2, 3}));
    }

    @Test
    void streams_giveAllBytes() throws IOException {
        var written = new ByteArrayOutputStream();
        blob.writeTo(written);

        assertThat(written.toByteArray()).containsExactly(1, 2, 3);
        assertThat(blob.inputStream().readAllBytes()).containsExactly(1, 2, 3);
    }
}
