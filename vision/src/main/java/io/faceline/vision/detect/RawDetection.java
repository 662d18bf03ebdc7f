package io.faceline.vision.detect;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Point;
import java.util.List;

/** A decoded detection of one face, in pixels of the network's input or of the image. Points may be empty. */
record RawDetection(double left, double top, double right, double bottom, double score, List<Point> points) {
    double area() {
        return Math.max(0, right - left) * Math.max(0, bottom - top);
    }

    double intersection(RawDetection other) {
        var width = Math.min(right, other.right) - Math.max(left, other.left);
        var height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return width <= 0 || height <= 0 ? 0 : width * height;
    }

    /** Intersection over union, 0 to 1. */
    double iou(RawDetection other) {
        var intersection = intersection(other);
        return intersection == 0 ? 0 : intersection / (area() + other.area() - intersection);
    }

    /** Intersection over the smaller of both areas, 0 to 1. */
    double cover(RawDetection other) {
        var intersection = intersection(other);
        return intersection == 0 ? 0 : intersection / Math.min(area(), other.area());
    }

    BoundingBox box(int width, int height) {
        return BoundingBox.ofPixels(left, top, right, bottom, width, height);
    }
}
