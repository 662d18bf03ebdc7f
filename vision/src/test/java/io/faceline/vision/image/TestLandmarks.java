package io.faceline.vision.image;

import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import java.util.List;

/** Landmarks from points as seen from left to right. */
public final class TestLandmarks {
    private TestLandmarks() {}

    /** In pixels and in the template's order. */
    public static Landmarks ofPixels(List<Point> points, int width, int height) {
        var shares = points.stream()
                .map(point -> new Point(point.x() / width, point.y() / height))
                .toList();
        return new Landmarks(shares.get(1), shares.get(0), shares.get(2), shares.get(4), shares.get(3));
    }
}
