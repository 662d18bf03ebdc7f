package io.faceline.evaluation.detection;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import java.util.List;

/** The boxes that were found in one image, in pixels. */
record FoundFaces(List<Box> boxes) {
    /** A box in pixels. */
    record Box(double left, double top, double width, double height) {
        boolean contains(double x, double y) {
            return left <= x && x <= left + width && top <= y && y <= top + height;
        }

        /** Intersection over union. */
        double iou(Box other) {
            var w = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
            var h = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
            if (w <= 0 || h <= 0) {
                return 0;
            }
            return w * h / (width * height + other.width * other.height - w * h);
        }
    }

    static FoundFaces of(Faces<DetectedFace> faces) {
        return new FoundFaces(faces.faces().stream()
                .map(face -> pixels(face.face().box(), faces.imageWidth(), faces.imageHeight()))
                .toList());
    }

    private static Box pixels(BoundingBox box, int width, int height) {
        return new Box(box.x() * width, box.y() * height, box.w() * width, box.h() * height);
    }
}
