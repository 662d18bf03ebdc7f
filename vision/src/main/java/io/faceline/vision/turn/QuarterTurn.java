package io.faceline.vision.turn;

import io.faceline.contracts.face.Point;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.image.Picture;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/** A turn of an image by a multiple of 90 degrees. */
enum QuarterTurn {
    CLOCKWISE(Core.ROTATE_90_CLOCKWISE),
    HALF(Core.ROTATE_180),
    COUNTERCLOCKWISE(Core.ROTATE_90_COUNTERCLOCKWISE);

    private final int code;

    QuarterTurn(int code) {
        this.code = code;
    }

    /** A turned copy, which the caller closes. */
    Picture turn(Mat bgr) {
        var turned = new Mat();
        Core.rotate(bgr, turned, code);
        return Picture.of(turned);
    }

    /** A detection of the turned image, in the original. */
    Detection back(Detection detection) {
        return detection.map(this::back);
    }

    /** From a point of the turned image to the same point of the original, both relative to their image. */
    private Point back(Point point) {
        return switch (this) {
            case CLOCKWISE -> new Point(point.y(), 1 - point.x());
            case HALF -> new Point(1 - point.x(), 1 - point.y());
            case COUNTERCLOCKWISE -> new Point(1 - point.y(), point.x());
        };
    }
}
