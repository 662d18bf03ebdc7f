package io.faceline.vision.image.decode;

import io.faceline.vision.image.Picture;
import java.nio.ByteBuffer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** A matrix over a pooled buffer. OpenCV writes into it as long as size and type match. Not thread-safe. */
final class PooledMat implements AutoCloseable {
    private static final int BYTES_PER_PIXEL = 3;

    /** A larger picture gets memory of its own: it is rare, and the pool would keep it from all others. */
    private static final long MAX_BYTES = 64 << 20;

    private final ByteBuffer buffer;
    private final Mat mat;

    private PooledMat(int type, int width, int height) {
        buffer = DirectBufferPool.SHARED.borrow((type == CvType.CV_8UC3 ? BYTES_PER_PIXEL : 1) * (long) width * height);
        mat = new Mat(height, width, type, buffer);
    }

    static PooledMat bgr(int width, int height) {
        return new PooledMat(CvType.CV_8UC3, width, height);
    }

    static PooledMat plane(int width, int height) {
        return new PooledMat(CvType.CV_8UC1, width, height);
    }

    /** A picture with undefined pixels, which the caller closes. */
    static Picture picture(int width, int height) {
        if (BYTES_PER_PIXEL * (long) width * height > MAX_BYTES) {
            return Picture.of(new Mat(height, width, CvType.CV_8UC3));
        }
        var pooled = bgr(width, height);
        return Picture.of(pooled.mat, pooled::close);
    }

    /** Valid until this is closed. */
    Mat mat() {
        return mat;
    }

    @Override
    public void close() {
        mat.release();
        DirectBufferPool.SHARED.giveBack(buffer);
    }
}
