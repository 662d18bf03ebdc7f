package io.faceline.vision.detect;

import io.faceline.contracts.catalog.DetectionFacts;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.contracts.face.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes for each stride and cell two scores, whose geometric mean is the score, a centre as an offset from the cell,
 * a size as a logarithm, and five points, all in strides (OpenCV, face_detect.cpp).
 */
final class YunetDecoder implements DetectionDecoder {
    private static final int SIDES = 4;
    private static final int POINTS = 5;
    private static final List<String> KINDS = List.of("scores", "objectness", "boxes", "points");

    private final ModelFacts model;
    private final DetectionFacts facts;

    YunetDecoder(ModelFacts model) {
        this.model = model;
        this.facts = model.detection().orElseThrow();
    }

    /** Grouped by kind, each in the order of the strides. */
    @Override
    public List<String> outputs() {
        return KINDS.stream().flatMap(kind -> model.outputs(kind).stream()).toList();
    }

    @Override
    public List<RawDetection> decode(List<float[]> outputs) {
        var detections = new ArrayList<RawDetection>();
        for (var level = 0; level < facts.strides().size(); level++) {
            decode(new Level(outputs, level), detections);
        }
        return detections;
    }

    private void decode(Level level, List<RawDetection> detections) {
        for (var cell = 0; cell < level.scores.length; cell++) {
            var score = Math.sqrt(clip(level.scores[cell]) * clip(level.objectness[cell]));
            if (score >= facts.scoreThreshold()) {
                detections.add(level.detection(cell, score));
            }
        }
    }

    private static double clip(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** The outputs of one stride. */
    private final class Level {
        private final int stride;
        private final int columns;
        private final float[] scores;
        private final float[] objectness;
        private final float[] boxes;
        private final float[] points;

        Level(List<float[]> outputs, int index) {
            var levels = facts.strides().size();
            stride = facts.strides().get(index);
            columns = model.input().width() / stride;
            scores = outputs.get(KINDS.indexOf("scores") * levels + index);
            objectness = outputs.get(KINDS.indexOf("objectness") * levels + index);
            boxes = outputs.get(KINDS.indexOf("boxes") * levels + index);
            points = outputs.get(KINDS.indexOf("points") * levels + index);
        }

        RawDetection detection(int cell, double score) {
            var column = cell % columns;
            var row = cell / columns;
            var at = cell * SIDES;
            var x = (column + boxes[at]) * stride;
            var y = (row + boxes[at + 1]) * stride;
            var halfWidth = Math.exp(boxes[at + 2]) * stride / 2;
            var halfHeight = Math.exp(boxes[at + 3]) * stride / 2;
            return new RawDetection(
                    x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight, score, points(cell, column, row));
        }

        private List<Point> points(int cell, int column, int row) {
            var found = new ArrayList<Point>(POINTS);
            var from = cell * POINTS * 2;
            for (var at = from; at < from + POINTS * 2; at += 2) {
                found.add(new Point((column + points[at]) * stride, (row + points[at + 1]) * stride));
            }
            return found;
        }
    }
}
