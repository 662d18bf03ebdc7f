package io.faceline.contracts.face;

import io.faceline.contracts.Checks;

/**
 * The bounding box of a face in the upright image (EXIF orientation applied): left, top, width and height as fractions
 * of the image's width and height. Lies within the image.
 */
public record BoundingBox(double x, double y, double w, double h) {
    private static final double ROUNDING = 1e-9;

    public BoundingBox {
        Checks.between("x", x, 0, 1);
        Checks.between("y", y, 0, 1);
        Checks.between("x + w", x + w, x, 1 + ROUNDING);
        Checks.between("y + h", y + h, y, 1 + ROUNDING);
    }

    /** The box between two corners in pixels, clipped to the image. */
    public static BoundingBox ofPixels(double left, double top, double right, double bottom, int width, int height) {
        var x1 = clip(left / width);
        var y1 = clip(top / height);
        var x2 = Math.max(x1, clip(right / width));
        var y2 = Math.max(y1, clip(bottom / height));
        return new BoundingBox(x1, y1, x2 - x1, y2 - y1);
    }

    private static double clip(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** The share of the image that it covers, 0 to 1. */
    public double area() {
        return w * h;
    }

    /** Intersection over union with another box, 0 to 1. */
    public double iou(BoundingBox other) {
        var width = Math.min(x + w, other.x + other.w) - Math.max(x, other.x);
        var height = Math.min(y + h, other.y + other.h) - Math.max(y, other.y);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        var intersection = width * height;
        return intersection / (area() + other.area() - intersection);
    }
}
