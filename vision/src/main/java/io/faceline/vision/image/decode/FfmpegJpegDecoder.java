package io.faceline.vision.image.decode;

import io.faceline.vision.image.Picture;
import io.faceline.vision.image.entropy.QuickCheck;
import java.lang.ref.Cleaner;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/**
 * Decodes complete, common JPEGs with FFmpeg, in a fraction of the time of OpenCV's libjpeg, which is built without
 * SIMD (benchmarks: VisionBenchmark). Values may differ by a few of 256. Irregular files are left to OpenCV.
 * Thread-safe.
 */
final class FfmpegJpegDecoder {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int LUMA = 0;
    private static final int BLUE_CHROMA = 1;
    private static final int RED_CHROMA = 2;

    private static final int BAND_PIXELS = 1 << 17;
    private static final int MIN_BAND_ROWS = 8;

    private final Queue<JpegContext> spare = new ConcurrentLinkedQueue<>();

    FfmpegJpegDecoder() {
        // A local variable: a reference to this would keep the decoder reachable.
        var contexts = spare;
        CLEANER.register(this, () -> contexts.forEach(JpegContext::close));
    }

    /** Decodes a JPEG to a picture that the caller closes; empty if the JPEG is uncommon or in any way irregular. */
    Optional<Picture> decode(AdmittedImage.Jpeg jpeg) {
        var header = jpeg.header();
        if (!header.isCommon()
                || !jpeg.hasEnd()
                || !QuickCheck.isRegular(jpeg.bytes().unsafeArray(), header.scanStart())) {
            return Optional.empty();
        }
        var context = borrow();
        if (!context.decode(jpeg)) {
            context.close();
            return Optional.empty();
        }
        try {
            return Optional.of(inBgr(context, (int) header.width(), (int) header.height()));
        } finally {
            context.unref();
            spare.add(context);
        }
    }

    private JpegContext borrow() {
        var ready = spare.poll();
        return ready == null ? JpegContext.open() : ready;
    }

    /**
     * Converts to BGR as libjpeg does: chroma samples lie in the middle of four pixels and are interpolated. In bands,
     * which stay in the processor's cache and need no further copies of a large picture.
     */
    private static Picture inBgr(JpegContext context, int width, int height) {
        var half = new Size(Math.ceil(width / 2.0), Math.ceil(height / 2.0));
        var planes = List.of(
                context.plane(LUMA, new Size(width, height)),
                context.plane(RED_CHROMA, half),
                context.plane(BLUE_CHROMA, half));
        var picture = PooledMat.picture(width, height);
        var rows = Math.min(height, 2 * Math.max(MIN_BAND_ROWS, BAND_PIXELS / width / 2));
        try (var band = new JpegBand(width, rows)) {
            for (var row = 0; row < height; row += rows) {
                band.convert(planes, picture.bgr(), row, Math.min(height, row + rows));
            }
            return picture;
        } catch (RuntimeException e) {
            picture.close();
            throw e;
        } finally {
            planes.forEach(Mat::release);
        }
    }
}
