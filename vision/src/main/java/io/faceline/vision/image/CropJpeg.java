package io.faceline.vision.image;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Encodes an aligned crop as a small JPEG (about 6 KB) and back: what is stored of a face once its photo is discarded.
 */
public final class CropJpeg {
    private static final int JPEG_QUALITY = 92;

    private CropJpeg() {}

    public static Blob encode(AlignedCrop crop) {
        NativeOpenCv.load();
        var pixels = new Mat(AlignedCrop.SIDE, AlignedCrop.SIDE, CvType.CV_8UC3);
        try {
            pixels.put(0, 0, crop.bgr().unsafeArray());
            return Blob.wrap(Codec.jpeg(pixels, JPEG_QUALITY));
        } finally {
            pixels.release();
        }
    }

    /** @throws IllegalArgumentException when the JPEG was not made by {@link #encode} */
    public static AlignedCrop decode(Blob jpeg) {
        try {
            return crop(Codec.decode(jpeg, Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION));
        } catch (ImageException e) {
            throw new IllegalArgumentException("not the JPEG of an aligned crop: " + jpeg, e);
        }
    }

    private static AlignedCrop crop(Mat pixels) {
        try {
            if (pixels.rows() != AlignedCrop.SIDE || pixels.cols() != AlignedCrop.SIDE) {
                throw new IllegalArgumentException("an aligned crop must have 112 × 112 pixels, was " + pixels);
            }
            var bytes = new byte[AlignedCrop.BYTES];
            pixels.get(0, 0, bytes);
            return new AlignedCrop(Blob.wrap(bytes));
        } finally {
            pixels.release();
        }
    }
}
