package io.faceline.vision.detect;

import io.faceline.contracts.Landmarks;
import io.faceline.contracts.Point;
import io.faceline.vision.image.Picture;
import java.util.List;

/**
 * Tells a face from what only looks like one by the landmarks: move the box a little, and those of a face stay on the
 * face, while on anything else they go with the box.
 */
final class LandmarkCheck {
    /** How far the box is moved to either side, as a share of its own size. */
    private static final double SHIFT = 0.12;

    /** Of 173 faces of 20 to 32 pixels 162 went along less than this, of five other things one. */
    private static final double MAX_FOLLOWING = 0.5;

    private final LandmarkModel landmarks;

    LandmarkCheck(LandmarkModel landmarks) {
        this.landmarks = landmarks;
    }

    boolean isFace(Picture picture, Hit hit) {
        return following(picture, hit) < MAX_FOLLOWING;
    }

    /** How much of the box's movement the landmarks make: 0 they stay, 1 they go along. */
    private double following(Picture picture, Hit hit) {
        var before = landmarks.find(picture, moved(hit, -SHIFT));
        var after = landmarks.find(picture, moved(hit, SHIFT));
        var box = hit.box(picture.width(), picture.height());
        var across = meanX(after) - meanX(before);
        var down = meanY(after) - meanY(before);
        return (across / (2 * SHIFT * box.w()) + down / (2 * SHIFT * box.h())) / 2;
    }

    private static Hit moved(Hit hit, double share) {
        var across = share * (hit.right() - hit.left());
        var down = share * (hit.bottom() - hit.top());
        return new Hit(
                hit.left() + across,
                hit.top() + down,
                hit.right() + across,
                hit.bottom() + down,
                hit.score(),
                hit.points());
    }

    private static double meanX(Landmarks landmarks) {
        return all(landmarks).stream().mapToDouble(Point::x).average().orElseThrow();
    }

    private static double meanY(Landmarks landmarks) {
        return all(landmarks).stream().mapToDouble(Point::y).average().orElseThrow();
    }

    private static List<Point> all(Landmarks landmarks) {
        return List.of(
                landmarks.leftEye(),
                landmarks.rightEye(),
                landmarks.nose(),
                landmarks.mouthLeft(),
                landmarks.mouthRight());
    }
}
