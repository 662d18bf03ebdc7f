package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * A request to the image decoder process.
 *
 * @param forPixels whether the answer is a picture; otherwise it is a JPEG that fits into a frame
 */
record DecoderRequest(boolean forPixels, ImageLimits limits, Blob file) {
    static DecoderRequest pixels(Blob file, ImageLimits limits) {
        return new DecoderRequest(true, limits, file);
    }

    static DecoderRequest jpeg(Blob file, ImageLimits limits) {
        return new DecoderRequest(false, limits, file);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(forPixels);
        out.writeLong(limits.maxBytes());
        out.writeLong(limits.maxPixels());
        out.writeInt(limits.minSide());
        out.writeLong(limits.maxDecodingTime().toMillis());
        out.writeInt(file.size());
        file.writeTo(out);
        out.flush();
    }

    static DecoderRequest read(DataInputStream in) throws IOException {
        var forPixels = in.readBoolean();
        var limits = new ImageLimits(in.readLong(), in.readLong(), in.readInt(), Duration.ofMillis(in.readLong()));
        var file = new byte[in.readInt()];
        in.readFully(file);
        return new DecoderRequest(forPixels, limits, Blob.wrap(file));
    }
}
