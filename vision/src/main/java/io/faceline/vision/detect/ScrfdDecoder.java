package io.faceline.vision.detect;

import io.faceline.contracts.catalog.DetectionFacts;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.contracts.face.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decodes for each stride and each anchor of a cell a score, the distances from the cell's corner to the four sides,
 * and five points relative to that corner, all in strides (InsightFace, scrfd.py).
 */
final class ScrfdDecoder implements DetectionDecoder {
    private static final int SIDES = 4;
    private static final int POINTS = 5;

    private final ModelFacts model;
    private final DetectionFacts facts;

    ScrfdDecoder(ModelFacts model) {
        this.model = model;
        this.facts = model.detection().orElseThrow();
    }

    /** All scores, then all boxes, then all points. */
    @Override
    public List<String> outputs() {
        return Stream.of("scores", "boxes", "points")
                .flatMap(kind -> model.outputs(kind).stream())
                .toList();
    }

    @Override
    public List<RawDetection> decode(List<float[]> outputs) {
        var levels = facts.strides().size();
        var detections = new ArrayList<RawDetection>();
        for (var level = 0; level < levels; level++) {
            var scores = outputs.get(level);
            for (var i = 0; i < scores.length; i++) {
                if (scores[i] >= facts.scoreThreshold()) {
                    detections.add(detection(
                            level, i, scores[i], outputs.get(levels + level), outputs.get(2 * levels + level)));
                }
            }
        }
        return detections;
    }

    private RawDetection detection(int level, int index, double score, float[] boxes, float[] points) {
        var stride = facts.strides().get(level);
        var cell = index / facts.anchorsPerCell();
        var columns = model.input().width() / stride;
        var x = cell % columns * stride;
        var y = cell / columns * stride;
        var side = index * SIDES;
        return new RawDetection(
                x - boxes[side] * stride,
                y - boxes[side + 1] * stride,
                x + boxes[side + 2] * stride,
                y + boxes[side + 3] * stride,
                score,
                points(points, index * POINTS * 2, x, y, stride));
    }

    private static List<Point> points(float[] values, int from, double x, double y, int stride) {
        var points = new ArrayList<Point>(POINTS);
        for (var at = from; at < from + POINTS * 2; at += 2) {
            points.add(new Point(x + values[at] * stride, y + values[at + 1] * stride));
        }
        return points;
    }
}
