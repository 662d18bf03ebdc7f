package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import java.awt.geom.AffineTransform;

/**
 * A coordinate system on a face of any roll angle, in pixels, with its origin between the eyes. {@code across} is the
 * distance of the eyes, to the right in the image; {@code down} is the distance from the eyes to the mouth.
 */
record FacePlane(Point origin, Point across, Point down) {
    static FacePlane of(Landmarks landmarks, int width, int height) {
        var eyes = middle(landmarks.leftEye(), landmarks.rightEye());
        var mouth = middle(landmarks.mouthLeft(), landmarks.mouthRight());
        return new FacePlane(
                new Point(eyes.x() * width, eyes.y() * height),
                between(landmarks.rightEye(), landmarks.leftEye(), width, height),
                between(eyes, mouth, width, height));
    }

    Point point(double right, double below) {
        return new Point(
                origin.x() + right * across.x() + below * down.x(), origin.y() + right * across.y() + below * down.y());
    }

    /** From this system to pixels: x along {@code across}, y along {@code down}. */
    AffineTransform toPixels() {
        return new AffineTransform(across.x(), across.y(), down.x(), down.y(), origin.x(), origin.y());
    }

    private static Point middle(Point one, Point other) {
        return new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
    }

    private static Point between(Point from, Point to, int width, int height) {
        return new Point((to.x() - from.x()) * width, (to.y() - from.y()) * height);
    }
}
