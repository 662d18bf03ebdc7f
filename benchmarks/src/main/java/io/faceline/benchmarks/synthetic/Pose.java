package io.faceline.benchmarks.synthetic;

/**
 * The pose of a face in an image.
 *
 * @param x centre in pixels, as {@code y}
 * @param size width of the face in pixels
 * @param blur Gaussian sigma in pixels of the source photo, whose faces are about 100 pixels wide
 * @param roll in-plane rotation, radians
 * @param yaw rotation about the vertical axis, radians
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

    /** Distance of a point from the centre, in widths of the face. */
    double distance(double otherX, double otherY) {
        return Math.hypot(otherX - x, otherY - y) / size;
    }
}
