package io.faceline.vision.image;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Brightens dark images to the level of the training data, and denoises them where brightening amplifies the grain.
 * Measured in docs/reference/accuracy.md.
 */
public final class LowLightEnhancement {
    /** Mean of all pixels and channels, 0 to 255, below which an image is dark. */
    private static final double DARK = 40;

    private static final double BRIGHT = 110;

    /** Below this mean no detail is left. */
    private static final double BLACK = 2;

    /** From this gain on, grain reduces accuracy more than smoothing does. */
    private static final double GRAINY = 5;

    /** Width and height of the sample that the mean is taken from. */
    private static final int SAMPLE = 64;

    private static final int CHANNELS = 3;
    private static final Size GRAIN = new Size(3, 3);

    private LowLightEnhancement() {}

    /** Whether the image is dark, but not black. */
    public static boolean isDark(Picture picture) {
        return isDark(mean(picture));
    }

    /** A brightened copy, which the caller closes. */
    public static Picture brighten(Picture picture) {
        return Picture.of(brighten(picture.bgr(), mean(picture)));
    }

    /** Brightens the crop if it is dark. A face may be dark in a bright image, and bright in a dark one. */
    public static AlignedCrop brightened(AlignedCrop crop) {
        var pixels = new Mat(AlignedCrop.SIDE, AlignedCrop.SIDE, CvType.CV_8UC3);
        try {
            pixels.put(0, 0, crop.bgr().unsafeArray());
            var mean = mean(pixels);
            return isDark(mean) ? brightened(pixels, mean) : crop;
        } finally {
            pixels.release();
        }
    }

    private static AlignedCrop brightened(Mat pixels, double mean) {
        var bright = brighten(pixels, mean);
        try {
            var bgr = new byte[AlignedCrop.BYTES];
            bright.get(0, 0, bgr);
            return new AlignedCrop(Blob.wrap(bgr));
        } finally {
            bright.release();
        }
    }

    private static boolean isDark(double mean) {
        return mean >= BLACK && mean < DARK;
    }

    private static Mat brighten(Mat pixels, double mean) {
        var gain = BRIGHT / mean;
        var bright = new Mat();
        if (gain < GRAINY) {
            pixels.convertTo(bright, -1, gain, 0);
        } else {
            Imgproc.blur(pixels, bright, GRAIN);
            bright.convertTo(bright, -1, gain, 0);
        }
        return bright;
    }

    private static double mean(Picture picture) {
        var sample = new Mat();
        try {
            Imgproc.resize(picture.bgr(), sample, new Size(SAMPLE, SAMPLE), 0, 0, Imgproc.INTER_NEAREST);
            return mean(sample);
        } finally {
            sample.release();
        }
    }

    private static double mean(Mat pixels) {
        var means = Core.mean(pixels).val;
        return (means[0] + means[1] + means[2]) / CHANNELS;
    }
}
