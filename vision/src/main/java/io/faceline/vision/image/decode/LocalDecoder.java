package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.Codec;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.header.ImageHeader;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.image.header.Orientation;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Decodes an admitted image in this process: applies the EXIF orientation, blends transparency over white, and takes the
 * first frame or page. Thread-safe.
 */
final class LocalDecoder {
    /** Orientation is applied by this class, in the same way for every format. */
    private static final int COLOUR = Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION;

    private static final Scalar WHITE = Scalar.all(255);

    private final FfmpegJpegDecoder ffmpeg = new FfmpegJpegDecoder();

    /** An ordinary JPEG, by FFmpeg alone, whose work its header bounds; empty if it is uncommon or irregular. */
    Optional<Picture> decodeOrdinary(AdmittedImage.Jpeg jpeg) {
        NativeOpenCv.load();
        return ffmpeg.decode(jpeg).map(stored -> upright(stored, jpeg.header().orientation()));
    }

    /** Any image. The caller closes the picture. */
    Picture decode(AdmittedImage image) throws ImageException {
        NativeOpenCv.load();
        var ordinary = image instanceof AdmittedImage.Jpeg jpeg ? decodeOrdinary(jpeg) : Optional.<Picture>empty();
        if (ordinary.isPresent()) {
            return ordinary.get();
        }
        var stored = decodeStored(image);
        checkSize(stored, image.header());
        return Picture.of(image.header().orientation().upright(stored));
    }

    private static Picture upright(Picture stored, Orientation orientation) {
        if (!orientation.swapsSides()) {
            orientation.upright(stored.bgr());
            return stored;
        }
        try (stored) {
            return Picture.of(orientation.upright(stored.bgr()));
        }
    }

    private static Mat decodeStored(AdmittedImage image) throws ImageException {
        if (image instanceof AdmittedImage.Jpeg jpeg) {
            return StrictJpegDecoder.decode(jpeg, COLOUR);
        }
        var header = image.header();
        if (header.kind() == ImageKind.WEBP && header.isAnimated()) {
            return firstFrame(image.bytes(), header);
        }
        return header.hasAlpha() ? overWhite(image.bytes(), header.kind()) : Codec.decode(image.bytes(), COLOUR);
    }

    /** OpenCV reads a TIFF of 8 bits by a function of libtiff that multiplies colours with their alpha. */
    private static Mat overWhite(Blob bytes, ImageKind kind) throws ImageException {
        var image = Codec.decode(bytes, Imgcodecs.IMREAD_UNCHANGED);
        return AlphaFlattening.overWhite(image, kind == ImageKind.TIFF && image.depth() == CvType.CV_8U);
    }

    private static Mat firstFrame(Blob bytes, ImageHeader header) throws ImageException {
        var first = WebpAnimation.firstFrame(bytes)
                .orElseThrow(() -> new ImageException(
                        FailureCode.DAMAGED_IMAGE,
                        "The animated WebP has no frames. Send it again or as a still image."));
        var frame = overWhite(first.still(), ImageKind.WEBP);
        if (frame.cols() == header.width() && frame.rows() == header.height()) {
            return frame;
        }
        return onCanvas(frame, first, header);
    }

    private static Mat onCanvas(Mat frame, WebpAnimation animation, ImageHeader header) throws ImageException {
        try {
            if (animation.x() + frame.cols() > header.width() || animation.y() + frame.rows() > header.height()) {
                throw new ImageException(
                        FailureCode.DAMAGED_IMAGE,
                        "The first frame of the animated WebP exceeds the canvas. Send it as a still image.");
            }
            var canvas = new Mat((int) header.height(), (int) header.width(), CvType.CV_8UC3, WHITE);
            var region = canvas.submat(
                    animation.y(), animation.y() + frame.rows(), animation.x(), animation.x() + frame.cols());
            frame.copyTo(region);
            region.release();
            return canvas;
        } finally {
            frame.release();
        }
    }

    /** The limits were checked against the header, so the decoded image must match the header. */
    private static void checkSize(Mat stored, ImageHeader header) throws ImageException {
        if (stored.cols() != header.width() || stored.rows() != header.height()) {
            var message = "The image declares " + header.width() + " × " + header.height() + " pixels but has "
                    + stored.cols() + " × " + stored.rows() + ". It is damaged: save it again.";
            stored.release();
            throw new ImageException(FailureCode.DAMAGED_IMAGE, message);
        }
    }
}
