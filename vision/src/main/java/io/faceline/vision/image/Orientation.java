package io.faceline.vision.image;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/** How a camera was held, as EXIF tag 274 numbers it from 1; each name says what makes the image upright. */
enum Orientation {
    NONE,
    FLIP_HORIZONTALLY,
    ROTATE_180,
    FLIP_VERTICALLY,
    TRANSPOSE,
    ROTATE_CLOCKWISE,
    TRANSVERSE,
    ROTATE_COUNTERCLOCKWISE;

    /** Cameras and editors write other numbers too, mostly 0; those are taken as upright. */
    static Orientation ofExif(long number) {
        return number < 1 || number > values().length ? NONE : values()[(int) number - 1];
    }

    /** Whether width becomes height. */
    boolean swapsSides() {
        return ordinal() >= TRANSPOSE.ordinal();
    }

    /** Takes the matrix over and gives an upright one. */
    Mat upright(Mat image) {
        if (this == NONE) {
            return image;
        }
        try {
            var turned = new Mat();
            turn(image, turned);
            return turned;
        } finally {
            image.release();
        }
    }

    private void turn(Mat from, Mat to) {
        switch (this) {
            case NONE -> from.copyTo(to);
            case FLIP_HORIZONTALLY -> Core.flip(from, to, 1);
            case ROTATE_180 -> Core.rotate(from, to, Core.ROTATE_180);
            case FLIP_VERTICALLY -> Core.flip(from, to, 0);
            case TRANSPOSE -> Core.transpose(from, to);
            case ROTATE_CLOCKWISE -> Core.rotate(from, to, Core.ROTATE_90_CLOCKWISE);
            case TRANSVERSE -> {
                Core.transpose(from, to);
                Core.flip(to, to, -1);
            }
            case ROTATE_COUNTERCLOCKWISE -> Core.rotate(from, to, Core.ROTATE_90_COUNTERCLOCKWISE);
        }
    }
}
