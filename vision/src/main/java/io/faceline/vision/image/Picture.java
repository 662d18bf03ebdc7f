package io.faceline.vision.image;

import java.util.concurrent.atomic.AtomicBoolean;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * An upright image in native memory: 8 bits, three channels in the order B, G, R. The creator closes it; its pixels
 * must not be accessed afterwards. Thread-safe.
 */
public final class Picture implements AutoCloseable {
    private final Mat bgr;
    private final int width;
    private final int height;
    private final AtomicBoolean closed = new AtomicBoolean();

    private final Runnable release;

    private Picture(Mat bgr, Runnable release) {
        this.bgr = bgr;
        this.release = release;
        this.width = bgr.cols();
        this.height = bgr.rows();
    }

    /** Takes ownership of the matrix: closing the picture releases it. */
    public static Picture of(Mat bgr) {
        return of(bgr, bgr::release);
    }

    /** @param pixels B, G, R of each, row by row from the upper left; copied */
    public static Picture ofPixels(byte[] pixels, int width, int height) {
        var bgr = new Mat(height, width, CvType.CV_8UC3);
        bgr.put(0, 0, pixels);
        return of(bgr);
    }

    /** @param release called once, when the picture is closed */
    public static Picture of(Mat bgr, Runnable release) {
        if (bgr.empty() || bgr.type() != CvType.CV_8UC3) {
            throw new IllegalArgumentException("a picture must be a non-empty 8UC3 matrix, was " + bgr);
        }
        return new Picture(bgr, release);
    }

    /** This picture, with something else to do when it is closed. */
    public Picture then(Runnable afterwards) {
        return new Picture(bgr(), () -> {
            close();
            afterwards.run();
        });
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** The pixels, not a copy: read-only, and invalid after {@link #close}. */
    public Mat bgr() {
        if (closed.get()) {
            throw new IllegalStateException("the picture is closed");
        }
        return bgr;
    }

    /** A copy of the pixels: B, G, R of each, row by row from the upper left. */
    public byte[] pixels() {
        var pixels = new byte[3 * width * height];
        bgr().get(0, 0, pixels);
        return pixels;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }
}
