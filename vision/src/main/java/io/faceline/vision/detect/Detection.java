package io.faceline.vision.detect;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import java.util.function.UnaryOperator;

/** A face found by a detector. Box and landmarks are relative to the image; landmarks may lie outside it. */
public record Detection(BoundingBox box, Landmarks landmarks, double confidence) {
    /**
     * The same face in another image, such as one that this image is a part or a turned copy of. The box is clipped to
     * that image.
     *
     * @param toOther from a point of this image to the same point of the other, both relative to their image; keeps
     *     horizontal and vertical lines, or swaps them
     */
    public Detection map(UnaryOperator<Point> toOther) {
        var one = toOther.apply(new Point(box.x(), box.y()));
        var other = toOther.apply(new Point(box.x() + box.w(), box.y() + box.h()));
        return new Detection(
                BoundingBox.ofPixels(
                        Math.min(one.x(), other.x()),
                        Math.min(one.y(), other.y()),
                        Math.max(one.x(), other.x()),
                        Math.max(one.y(), other.y()),
                        1,
                        1),
                new Landmarks(
                        toOther.apply(landmarks.leftEye()),
                        toOther.apply(landmarks.rightEye()),
                        toOther.apply(landmarks.nose()),
                        toOther.apply(landmarks.mouthLeft()),
                        toOther.apply(landmarks.mouthRight())),
                confidence);
    }
}
