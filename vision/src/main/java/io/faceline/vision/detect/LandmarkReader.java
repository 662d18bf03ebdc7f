package io.faceline.vision.detect;

import io.faceline.contracts.catalog.LandmarkPoints;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import java.util.List;

/** Derives the five landmarks from a model's points, whatever their number and order. */
record LandmarkReader(LandmarkPoints indices) {
    /** @param points in pixels of the image */
    Landmarks read(List<Point> points, int width, int height) {
        return new Landmarks(
                mean(points, indices.leftEye(), width, height),
                mean(points, indices.rightEye(), width, height),
                mean(points, indices.nose(), width, height),
                mean(points, indices.mouthLeft(), width, height),
                mean(points, indices.mouthRight(), width, height));
    }

    private static Point mean(List<Point> points, List<Integer> selected, int width, int height) {
        var x = selected.stream()
                .mapToDouble(index -> points.get(index).x())
                .average()
                .orElseThrow();
        var y = selected.stream()
                .mapToDouble(index -> points.get(index).y())
                .average()
                .orElseThrow();
        return new Point(x / width, y / height);
    }
}
