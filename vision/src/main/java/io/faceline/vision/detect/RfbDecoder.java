package io.faceline.vision.detect;

import io.faceline.contracts.catalog.ModelFacts;
import java.util.ArrayList;
import java.util.List;

/** Decodes scores of background and face, and boxes as corners from 0 to 1. Has no landmarks. */
final class RfbDecoder implements DetectionDecoder {
    private static final int FACE = 1;
    private static final int CLASSES = 2;
    private static final int CORNERS = 4;

    private final ModelFacts model;
    private final double threshold;

    RfbDecoder(ModelFacts model, double threshold) {
        this.model = model;
        this.threshold = threshold;
    }

    @Override
    public List<String> outputs() {
        return List.of(model.output("scores"), model.output("boxes"));
    }

    @Override
    public List<RawDetection> decode(List<float[]> outputs) {
        var scores = outputs.get(0);
        var detections = new ArrayList<RawDetection>();
        for (var i = 0; i < scores.length / CLASSES; i++) {
            var score = scores[i * CLASSES + FACE];
            if (score >= threshold) {
                detections.add(detection(outputs.get(1), i * CORNERS, score));
            }
        }
        return detections;
    }

    private RawDetection detection(float[] boxes, int at, double score) {
        var width = model.input().width();
        var height = model.input().height();
        return new RawDetection(
                boxes[at] * width,
                boxes[at + 1] * height,
                boxes[at + 2] * width,
                boxes[at + 3] * height,
                score,
                List.of());
    }
}
