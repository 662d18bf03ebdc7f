package io.faceline.benchmarks.synthetic;

/**
 * How a face is in a picture.
 *
 * @param x of its middle in pixels, as {@code y}
 * @param size width of the face in pixels
 * @param blur Gaussian sigma in pixels of the photo it comes from, whose faces are about 100 pixels wide
 * @param roll leaning in the picture, radians
 * @param yaw turned away about the upright axis, radians
 */
record Pose(double x, double y, double size, double blur, double roll, double yaw) {
    static Pose plain(double x, double y, double size) {
        return new Pose(x, y, size, 0, 0, 0);
    }

    Pose blurred(double sigma) {
        return new Pose(x, y, size, sigma, roll, yaw);
    }

    Pose leaning(double radians) {
        return new Pose(x, y, size, blur, radians, yaw);
    }

    Pose turned(double radians) {
        return new Pose(x, y, size, blur, roll, radians);
    }

    /** How far a place is from the middle, in widths of the face. */
    double distance(double otherX, double otherY) {
        return Math.hypot(otherX - x, otherY - y) / size;
    }
}
