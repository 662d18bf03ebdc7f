package io.faceline.vision.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Non-maximum suppression: of overlapping detections only the one with the highest score remains. */
final class NonMaximumSuppression {
    private NonMaximumSuppression() {}

    /** @return the remaining detections, by descending score */
    static List<RawDetection> suppress(List<RawDetection> detections, double maxIou) {
        var kept = new ArrayList<RawDetection>();
        for (var detection : byDescendingScore(detections)) {
            if (kept.stream().noneMatch(other -> other.iou(detection) > maxIou)) {
                kept.add(detection);
            }
        }
        return kept;
    }

    static List<RawDetection> byDescendingScore(List<RawDetection> detections) {
        return detections.stream()
                .sorted(Comparator.comparingDouble(RawDetection::score).reversed())
                .toList();
    }
}
