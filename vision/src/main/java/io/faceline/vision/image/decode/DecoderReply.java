package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.opencv.core.Mat;

/** Answers of the image decoder process, which may be compromised: whatever is not as expected is an IOException. */
final class DecoderReply {
    private static final byte READY = 'R';
    private static final byte PIXELS = 'P';
    private static final byte JPEG = 'J';
    private static final byte FAILED = 'F';
    private static final int BYTES_PER_PIXEL = 3;

    /** About this many bytes are passed on at a time. */
    private static final int CHUNK_BYTES = 1 << 16;

    private DecoderReply() {}

    static void writeReady(DataOutputStream out) throws IOException {
        out.writeByte(READY);
        out.flush();
    }

    static void requireReady(DataInputStream in) throws IOException {
        if (in.readByte() != READY) {
            throw new IOException("the image decoder process is not ready");
        }
    }

    static void write(ImageException failure, DataOutputStream out) throws IOException {
        out.writeByte(FAILED);
        out.writeUTF(failure.code().name());
        out.writeUTF(String.valueOf(failure.getMessage()));
        out.flush();
    }

    static void write(Blob jpeg, DataOutputStream out) throws IOException {
        out.writeByte(JPEG);
        out.writeInt(jpeg.size());
        jpeg.writeTo(out);
        out.flush();
    }

    static void write(Picture picture, DataOutputStream out) throws IOException {
        out.writeByte(PIXELS);
        out.writeInt(picture.width());
        out.writeInt(picture.height());
        var rows = rowsOfChunk(picture.width(), picture.height());
        for (var row = 0; row < picture.height(); row += rows) {
            var chunk = new byte[BYTES_PER_PIXEL * picture.width() * Math.min(rows, picture.height() - row)];
            picture.bgr().get(row, 0, chunk);
            out.write(chunk);
        }
        out.flush();
    }

    /** @param pixels how many the header declares; the caller closes the picture */
    static Picture picture(DataInputStream in, long pixels) throws IOException, ImageException {
        require(PIXELS, in);
        var width = in.readInt();
        var height = in.readInt();
        if (width < 1 || height < 1 || (long) width * height != pixels) {
            throw new IOException("invalid size " + width + " × " + height);
        }
        var picture = PooledMat.picture(width, height);
        try {
            readPixels(in, picture.bgr());
            return picture;
        } catch (IOException e) {
            picture.close();
            throw e;
        }
    }

    private static void readPixels(DataInputStream in, Mat bgr) throws IOException {
        var rows = rowsOfChunk(bgr.cols(), bgr.rows());
        var chunk = new byte[BYTES_PER_PIXEL * bgr.cols() * rows];
        for (var row = 0; row < bgr.rows(); row += rows) {
            var length = BYTES_PER_PIXEL * bgr.cols() * Math.min(rows, bgr.rows() - row);
            in.readFully(chunk, 0, length);
            bgr.put(new int[] {row, 0}, chunk, 0, length);
        }
    }

    static Blob jpeg(DataInputStream in) throws IOException, ImageException {
        require(JPEG, in);
        var length = in.readInt();
        if (length < 1 || length > PhotoEncoder.MAX_FRAME_BYTES) {
            throw new IOException("invalid length " + length);
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return Blob.wrap(bytes);
    }

    private static void require(byte expected, DataInputStream in) throws IOException, ImageException {
        var kind = in.readByte();
        if (kind == FAILED) {
            throw failure(in);
        }
        if (kind != expected) {
            throw new IOException("unknown reply " + kind);
        }
    }

    private static ImageException failure(DataInputStream in) throws IOException {
        try {
            return new ImageException(FailureCode.valueOf(in.readUTF()), in.readUTF());
        } catch (IllegalArgumentException e) {
            throw new IOException("unknown failure", e);
        }
    }

    private static int rowsOfChunk(int width, int height) {
        return Math.max(1, Math.min(height, CHUNK_BYTES / (BYTES_PER_PIXEL * width)));
    }
}
