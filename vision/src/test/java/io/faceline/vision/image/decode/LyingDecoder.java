package io.faceline.vision.image.decode;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A decoder process that answers with a picture larger than any that is allowed. */
final class LyingDecoder {
    private LyingDecoder() {}

    public static void main(String... arguments) throws IOException {
        var out = new DataOutputStream(System.out);
        DecoderReply.writeReady(out);
        DecoderRequest.read(new DataInputStream(System.in));
        out.writeByte('P');
        out.writeInt(1 << 30);
        out.writeInt(1 << 30);
        out.flush();
        System.in.read();
    }
}
