package io.faceline.vision.image.header;

import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * The orientation of an image, in the order of EXIF tag 274 from 1. Each name is the operation that makes the image
 * upright.
 */
public enum Orientation {
    NONE,
    FLIP_HORIZONTALLY,
    ROTATE_180,
    FLIP_VERTICALLY,
    TRANSPOSE,
    ROTATE_CLOCKWISE,
    TRANSVERSE,
    ROTATE_COUNTERCLOCKWISE;

    /** Cameras and editors also write invalid numbers, mostly 0, which are treated as upright. */
    public static Orientation ofExif(long number) {
        return number < 1 || number > values().length ? NONE : values()[(int) number - 1];
    }

    /** Whether width and height are swapped. */
    public boolean swapsSides() {
        return switch (this) {
            case NONE, FLIP_HORIZONTALLY, ROTATE_180, FLIP_VERTICALLY -> false;
            case TRANSPOSE, ROTATE_CLOCKWISE, TRANSVERSE, ROTATE_COUNTERCLOCKWISE -> true;
        };
    }

    /**
     * Makes an image upright. Takes ownership of the matrix; transforms it in place unless width and height are
     * swapped.
     */
    public Mat upright(Mat image) {
        switch (this) {
            case NONE -> {}
            case FLIP_HORIZONTALLY -> Core.flip(image, image, 1);
            case ROTATE_180 -> Core.flip(image, image, -1);
            case FLIP_VERTICALLY -> Core.flip(image, image, 0);
            case TRANSPOSE, ROTATE_CLOCKWISE, TRANSVERSE, ROTATE_COUNTERCLOCKWISE -> {
                return withSidesSwapped(image);
            }
        }
        return image;
    }

    private Mat withSidesSwapped(Mat image) {
        try {
            var turned = new Mat();
            Core.transpose(image, turned);
            switch (this) {
                case ROTATE_CLOCKWISE -> Core.flip(turned, turned, 1);
                case TRANSVERSE -> Core.flip(turned, turned, -1);
                case ROTATE_COUNTERCLOCKWISE -> Core.flip(turned, turned, 0);
                case NONE, FLIP_HORIZONTALLY, ROTATE_180, FLIP_VERTICALLY, TRANSPOSE -> {}
            }
            return turned;
        } finally {
            image.release();
        }
    }
}
