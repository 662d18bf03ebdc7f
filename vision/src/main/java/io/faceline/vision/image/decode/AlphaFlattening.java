package io.faceline.vision.image.decode;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Blends transparent images over white: portraits without background are mostly made for white pages, and the colour of
 * fully transparent pixels is arbitrary.
 */
final class AlphaFlattening {
    /** Images are processed in bands, to avoid several copies of a large image. */
    private static final int BAND_ROWS = 256;

    private static final double WHITE = 255;
    private static final double SIXTEEN_TO_EIGHT_BITS = 1 / 257.0;

    private AlphaFlattening() {}

    /** Converts an image of one, three or four channels with 8 or 16 bits to 8UC3, and releases it. */
    static Mat overWhite(Mat image, boolean isPremultiplied) {
        try {
            var bgr = new Mat(image.rows(), image.cols(), CvType.CV_8UC3);
            for (int row = 0; row < image.rows(); row += BAND_ROWS) {
                var end = Math.min(image.rows(), row + BAND_ROWS);
                blendBand(image.rowRange(row, end), bgr.rowRange(row, end), isPremultiplied);
            }
            return bgr;
        } finally {
            image.release();
        }
    }

    private static void blendBand(Mat band, Mat to, boolean isPremultiplied) {
        var eightBits = new Mat();
        try {
            band.convertTo(eightBits, CvType.CV_8U, band.depth() == CvType.CV_16U ? SIXTEEN_TO_EIGHT_BITS : 1);
            switch (eightBits.channels()) {
                case 1 -> Imgproc.cvtColor(eightBits, to, Imgproc.COLOR_GRAY2BGR);
                case 3 -> eightBits.copyTo(to);
                default -> blend(eightBits, to, isPremultiplied);
            }
        } finally {
            eightBits.release();
            band.release();
            to.release();
        }
    }

    /** colour × alpha + white × (1 − alpha); a premultiplied colour already includes its alpha. */
    private static void blend(Mat bgra, Mat to, boolean isPremultiplied) {
        List<Mat> channels = new ArrayList<>();
        var white = new Mat();
        try {
            Core.split(bgra, channels);
            var alpha = channels.get(3);
            Core.bitwise_not(alpha, white);
            for (var colour : channels.subList(0, 3)) {
                if (!isPremultiplied) {
                    Core.multiply(colour, alpha, colour, 1 / WHITE);
                }
                Core.add(colour, white, colour);
            }
            Core.merge(channels.subList(0, 3), to);
        } finally {
            white.release();
            channels.forEach(Mat::release);
        }
    }
}
