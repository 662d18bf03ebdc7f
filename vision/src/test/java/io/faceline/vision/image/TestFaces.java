package io.faceline.vision.image;

import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import java.util.List;

/** Landmarks from points ordered from left to right in the image. */
public final class TestFaces {
    private TestFaces() {}

    /** Points in pixels, in the order of the template. */
    public static Landmarks landmarks(List<Point> points, int width, int height) {
        var shares = points.stream()
                .map(point -> new Point(point.x() / width, point.y() / height))
                .toList();
        return new Landmarks(shares.get(1), shares.get(0), shares.get(2), shares.get(4), shares.get(3));
    }
}
