package io.faceline.vision.detect;

import io.faceline.contracts.catalog.LandmarkPoints;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import java.util.List;

/** Makes the five landmarks of a model's points, whatever their number and order. */
record LandmarkReader(LandmarkPoints which) {
    /** @param points in pixels of the picture */
    Landmarks read(List<Point> points, int width, int height) {
        return new Landmarks(
                mean(points, which.leftEye(), width, height),
                mean(points, which.rightEye(), width, height),
                mean(points, which.nose(), width, height),
                mean(points, which.mouthLeft(), width, height),
                mean(points, which.mouthRight(), width, height));
    }

    private static Point mean(List<Point> points, List<Integer> indices, int width, int height) {
        var x = indices.stream()
                .mapToDouble(index -> points.get(index).x())
                .average()
                .orElseThrow();
        var y = indices.stream()
                .mapToDouble(index -> points.get(index).y())
                .average()
                .orElseThrow();
        return new Point(x / width, y / height);
    }
}
