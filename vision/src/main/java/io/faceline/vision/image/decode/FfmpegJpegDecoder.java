package io.faceline.vision.image.decode;

import io.faceline.vision.image.Picture;
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
 * Decodes whole, ordinary JPEGs by FFmpeg, in a fraction of the time that the libjpeg inside OpenCV takes, which was built
 * without vector instructions (benchmarks: VisionBenchmark). A value may differ by a few of 256. Whatever is not quite
 * right is left to OpenCV. Safe for many threads.
 */
final class FfmpegJpegDecoder {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int BRIGHTNESS = 0;
    private static final int BLUENESS = 1;
    private static final int REDNESS = 2;
    private static final int BYTES_PER_PIXEL = 3;

    private final DirectBufferPool buffers = new DirectBufferPool();
    private final Queue<JpegContext> spare = new ConcurrentLinkedQueue<>();

    FfmpegJpegDecoder() {
        // Bound apart from this, which would otherwise never become garbage.
        var contexts = spare;
        CLEANER.register(this, () -> contexts.forEach(JpegContext::close));
    }

    /** The caller closes the picture; empty when there is anything about the JPEG that another should judge. */
    Optional<Picture> decode(AdmittedImage.Jpeg jpeg) {
        var header = jpeg.header();
        if (!header.isCommon() || !jpeg.hasEnd()) {
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
            context.forget();
            spare.add(context);
        }
    }

    private JpegContext borrow() {
        var ready = spare.poll();
        return ready == null ? JpegContext.open() : ready;
    }

    /** As libjpeg does it: colours are interpolated between their places, each in the middle of four pixels. */
    private Picture inBgr(JpegContext context, Rect image) {
        var half = new Size(Math.ceil(image.width / 2.0), Math.ceil(image.height / 2.0));
        try (var blueness = new Scratch(CvType.CV_8UC1, 2 * half.width, 2 * half.height);
                var redness = new Scratch(CvType.CV_8UC1, 2 * half.width, 2 * half.height);
                var together = new Scratch(CvType.CV_8UC3, image.width, image.height)) {
            enlarge(context.plane(BLUENESS, half), blueness.mat);
            enlarge(context.plane(REDNESS, half), redness.mat);
            var brightness = context.plane(BRIGHTNESS, new Size(image.width, image.height));
            merge(brightness, redness.mat.submat(image), blueness.mat.submat(image), together.mat);
            var bgr = new Scratch(CvType.CV_8UC3, image.width, image.height);
            Imgproc.cvtColor(together.mat, bgr.mat, Imgproc.COLOR_YCrCb2BGR);
            return Picture.of(bgr.mat, bgr::close);
        }
    }

    private static void enlarge(Mat plane, Mat into) {
        Imgproc.resize(plane, into, into.size(), 0, 0, Imgproc.INTER_LINEAR);
        plane.release();
    }

    private static void merge(Mat brightness, Mat redness, Mat blueness, Mat into) {
        var planes = List.of(brightness, redness, blueness);
        Core.merge(planes, into);
        planes.forEach(Mat::release);
    }

    /** A matrix over a borrowed buffer. OpenCV writes into it as long as size and type are right. */
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
