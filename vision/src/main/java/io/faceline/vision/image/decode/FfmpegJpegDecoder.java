package io.faceline.vision.image.decode;

import io.faceline.vision.image.Picture;
import io.faceline.vision.image.entropy.QuickCheck;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

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
    private static final int BYTES_PER_PIXEL = 3;

    private final DirectBufferPool buffers = new DirectBufferPool();
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
            return Optional.of(inBgr(context, new Rect(0, 0, (int) header.width(), (int) header.height())));
        } finally {
            context.unref();
            spare.add(context);
        }
    }

    private JpegContext borrow() {
        var ready = spare.poll();
        return ready == null ? JpegContext.open() : ready;
    }

    /** Converts to BGR as libjpeg does: chroma samples lie in the middle of four pixels and are interpolated. */
    private Picture inBgr(JpegContext context, Rect image) {
        var half = new Size(Math.ceil(image.width / 2.0), Math.ceil(image.height / 2.0));
        try (var blueChroma = new Scratch(CvType.CV_8UC1, 2 * half.width, 2 * half.height);
                var redChroma = new Scratch(CvType.CV_8UC1, 2 * half.width, 2 * half.height);
                var merged = new Scratch(CvType.CV_8UC3, image.width, image.height)) {
            upsample(context.plane(BLUE_CHROMA, half), blueChroma.mat);
            upsample(context.plane(RED_CHROMA, half), redChroma.mat);
            var luma = context.plane(LUMA, new Size(image.width, image.height));
            merge(luma, redChroma.mat.submat(image), blueChroma.mat.submat(image), merged.mat);
            var bgr = new Scratch(CvType.CV_8UC3, image.width, image.height);
            Imgproc.cvtColor(merged.mat, bgr.mat, Imgproc.COLOR_YCrCb2BGR);
            return Picture.of(bgr.mat, bgr::close);
        }
    }

    private static void upsample(Mat plane, Mat into) {
        Imgproc.resize(plane, into, into.size(), 0, 0, Imgproc.INTER_LINEAR);
        plane.release();
    }

    private static void merge(Mat luma, Mat redChroma, Mat blueChroma, Mat into) {
        var planes = List.of(luma, redChroma, blueChroma);
        Core.merge(planes, into);
        planes.forEach(Mat::release);
    }

    /** A matrix over a borrowed buffer. OpenCV writes into it as long as size and type match. */
    private final class Scratch implements AutoCloseable {
        private final ByteBuffer buffer;
        private final Mat mat;

        Scratch(int type, double width, double height) {
            var bytes = (type == CvType.CV_8UC3 ? BYTES_PER_PIXEL : 1) * (long) width * (long) height;
            buffer = buffers.borrow(bytes);
            mat = new Mat((int) height, (int) width, type, buffer);
        }

        @Override
        public void close() {
            mat.release();
            buffers.giveBack(buffer);
        }
    }
}
