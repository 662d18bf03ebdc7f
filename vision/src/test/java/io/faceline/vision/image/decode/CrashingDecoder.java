package io.faceline.vision.image.decode;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A decoder process that ends in the middle of each answer. */
final class CrashingDecoder {
    private CrashingDecoder() {}

    public static void main(String... arguments) throws IOException {
        var out = new DataOutputStream(System.out);
        DecoderReply.writeReady(out);
        DecoderRequest.read(new DataInputStream(System.in));
        out.writeByte('P');
        out.writeInt(100);
        out.flush();
        Runtime.getRuntime().halt(139);
    }
}
