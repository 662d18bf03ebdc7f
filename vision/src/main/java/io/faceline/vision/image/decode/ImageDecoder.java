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
 * Encoded bytes (JPEG, PNG, WebP, BMP, TIFF) to an upright picture: EXIF orientation applied, transparency laid over
 * white, the first image of an animation or of several pages. Limits are checked from the header, before anything is
 * decoded. Safe for many threads.
 */
public final class ImageDecoder {
    /** Orientation is our own work, so that it is the same for every format. */
    private static final int COLOUR = Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION;

    private static final Scalar WHITE = Scalar.all(255);

    private final ImageValidator validator;
    private final FfmpegJpegDecoder fastJpeg = new FfmpegJpegDecoder();

    public ImageDecoder(ImageLimits limits) {
        this.validator = new ImageValidator(limits);
    }

    /** The caller closes the picture. */
    public Picture decode(Blob bytes) throws ImageException {
        return decode(validator.admit(bytes));
    }

    /** The caller closes the picture. */
    Picture decode(AdmittedImage image) throws ImageException {
        NativeOpenCv.load();
        var orientation = image.header().orientation();
        var fast = image instanceof AdmittedImage.Jpeg jpeg ? fastJpeg.decode(jpeg) : Optional.<Picture>empty();
        if (fast.isPresent()) {
            return upright(fast.get(), orientation);
        }
        var stored = decodeStored(image);
        checkSize(stored, image.header());
        return Picture.of(orientation.upright(stored));
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
                        "The animated WebP has no frame: send it again or as a still image."));
        var frame = overWhite(first.still(), ImageKind.WEBP);
        if (frame.cols() == header.width() && frame.rows() == header.height()) {
            return frame;
        }
        return onCanvas(frame, first, header);
    }

    private static Mat onCanvas(Mat frame, WebpAnimation place, ImageHeader header) throws ImageException {
        try {
            if (place.x() + frame.cols() > header.width() || place.y() + frame.rows() > header.height()) {
                throw new ImageException(
                        FailureCode.DAMAGED_IMAGE, "The first frame of the animated WebP lies outside it.");
            }
            var canvas = new Mat((int) header.height(), (int) header.width(), CvType.CV_8UC3, WHITE);
            var region = canvas.submat(place.y(), place.y() + frame.rows(), place.x(), place.x() + frame.cols());
            frame.copyTo(region);
            region.release();
            return canvas;
        } finally {
            frame.release();
        }
    }

    /** The limits were checked against the header, so the image must be as it says. */
    private static void checkSize(Mat stored, ImageHeader header) throws ImageException {
        if (stored.cols() != header.width() || stored.rows() != header.height()) {
            var message = "The image declares " + header.width() + " × " + header.height() + " pixels but has "
                    + stored.cols() + " × " + stored.rows() + ": it is damaged, save it again.";
            stored.release();
            throw new ImageException(FailureCode.DAMAGED_IMAGE, message);
        }
    }
}
