package io.faceline.contracts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Immutable bytes: an encoded image, a crop. Takes over the array of whoever made the bytes and shows them read-only, so
 * that an image is not copied each time it is handed on. Thread-safe.
 */
public final class Blob {
    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The array itself, without a copy: it is the blob's from now on, and the caller must never change it again. Bytes in
     * a buffer that somebody will use again need {@link #copyOf}.
     */
    public static Blob wrap(byte[] bytes) {
        return new Blob(bytes);
    }

    /** A copy of what remains in the buffer, which stays the caller's and as it is. */
    public static Blob copyOf(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return new Blob(bytes);
    }

    public int size() {
        return bytes.length;
    }

    /** A view from the first byte to the last, big-endian, with a position of its own. */
    public ByteBuffer asReadOnlyBuffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Reads the bytes in place. */
    public InputStream inputStream() {
        return new ByteArrayInputStream(bytes);
    }

    /** Writes all bytes. The stream must take them as {@link OutputStream#write(byte[])} says: without changing them. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** A copy, which is the caller's. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /**
     * The blob's own array, for native code that reads nothing but arrays: whoever changes it breaks what others hold.
     * Only {@code io.faceline.vision} may call it, and only to read before it returns.
     */
    public byte[] unsafeArray() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Blob[" + bytes.length + " bytes]";
    }
}
