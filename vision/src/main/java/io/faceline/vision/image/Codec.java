package io.faceline.vision.image;

import io.faceline.contracts.frame.FailureCode;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Wraps OpenCV's codecs: converts their exceptions and releases their native memory. */
public final class Codec {
    private Codec() {}

    /** Decodes an image as stored, without applying the orientation. The caller releases the matrix. */
    public static Mat decode(byte[] bytes, int flags) throws ImageException {
        NativeOpenCv.load();
        var encoded = new MatOfByte(bytes);
        try {
            var image = Imgcodecs.imdecode(encoded, flags);
            if (image.empty()) {
                throw damaged(null);
            }
            return image;
        } catch (CvException e) {
            throw damaged(e);
        } finally {
            encoded.release();
        }
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
