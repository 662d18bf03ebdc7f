package io.faceline.vision.image;

import io.faceline.contracts.AlignedCrop;
import io.faceline.contracts.Blob;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** An aligned crop as a small JPEG and back: what is kept of a face when its photo is gone. */
public final class CropJpeg {
    private static final int JPEG_QUALITY = 92;

    private CropJpeg() {}

    public static Blob encode(AlignedCrop crop) {
        NativeOpenCv.load();
        var pixels = new Mat(AlignedCrop.SIDE, AlignedCrop.SIDE, CvType.CV_8UC3);
        var jpeg = new MatOfByte();
        var parameters = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
        try {
            pixels.put(0, 0, crop.bgr().toByteArray());
            Imgcodecs.imencode(".jpg", pixels, jpeg, parameters);
            return Blob.of(jpeg.toArray());
        } finally {
            parameters.release();
            jpeg.release();
            pixels.release();
        }
    }

    /** Of a crop made by {@link #encode}; anything else is a fault of the caller's. */
    public static AlignedCrop decode(Blob jpeg) {
        NativeOpenCv.load();
        var encoded = new MatOfByte(jpeg.toByteArray());
        var pixels = new Mat();
        try {
            pixels = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_COLOR | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
            if (pixels.rows() != AlignedCrop.SIDE || pixels.cols() != AlignedCrop.SIDE) {
                throw new IllegalArgumentException("not the JPEG of an aligned crop: " + jpeg);
            }
            var bytes = new byte[AlignedCrop.BYTES];
            pixels.get(0, 0, bytes);
            return new AlignedCrop(Blob.of(bytes));
        } finally {
            pixels.release();
            encoded.release();
        }
    }
}
