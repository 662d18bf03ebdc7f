package io.faceline.vision.image;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Wraps OpenCV's codecs: converts their exceptions and releases their native memory. */
public final class Codec {
    /** How OpenCV words its error -4, StsNoMem. */
    private static final String NO_MEMORY = "Insufficient memory";

    private Codec() {}

    /** As stored, not turned; the caller releases it. */
    public static Mat decode(Blob image, int flags) throws ImageException {
        NativeOpenCv.load();
        var encoded = new MatOfByte(image.unsafeArray());
        try {
            var decoded = Imgcodecs.imdecode(encoded, flags);
            if (decoded.empty()) {
                throw damaged(null);
            }
            return decoded;
        } catch (CvException e) {
            throw String.valueOf(e.getMessage()).contains(NO_MEMORY) ? tooLarge(e) : damaged(e);
        } finally {
            encoded.release();
        }
    }

    private static ImageException tooLarge(CvException cause) {
        return new ImageException(
                FailureCode.TOO_COSTLY, "Decoding the image takes more memory than allowed. Reduce its size.", cause);
    }

    private static ImageException damaged(@Nullable CvException cause) {
        var message =
                "The image cannot be decoded: it is damaged or uses a rare encoding. Open it and save it again as JPEG.";
        return cause == null
                ? new ImageException(FailureCode.DAMAGED_IMAGE, message)
                : new ImageException(FailureCode.DAMAGED_IMAGE, message, cause);
    }

    /** @throws IllegalArgumentException when a side exceeds 65,500 pixels, the limit of JPEG */
    public static byte[] jpeg(Mat bgr, int quality) {
        var encoded = new MatOfByte();
        var parameters = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
        try {
            if (!Imgcodecs.imencode(".jpg", bgr, encoded, parameters)) {
                throw new IllegalArgumentException("cannot be written as a JPEG: " + bgr);
            }
            return encoded.toArray();
        } catch (CvException e) {
            throw new IllegalArgumentException("cannot be written as a JPEG: " + bgr, e);
        } finally {
            parameters.release();
            encoded.release();
        }
    }
}
