package io.faceline.vision.process;

import io.faceline.contracts.Blob;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Bytes between a process and its decoder, behind their length: the other side may be compromised. */
public final class BoundedBytes {
    private BoundedBytes() {}

    public static void write(Blob bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.size());
        bytes.writeTo(out);
    }

    /** @throws IOException when the length is negative or more than this */
    public static Blob read(DataInputStream in, int max) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > max) {
            throw new IOException("invalid length " + length);
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return Blob.wrap(bytes);
    }
}
