package io.faceline.vision.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Of hits that overlap only the surest stays. */
final class NonMaximumSuppression {
    private NonMaximumSuppression() {}

    /** @return those that stay, surest first */
    static List<RawDetection> keep(List<RawDetection> hits, double maxIou) {
        var kept = new ArrayList<RawDetection>();
        for (var hit : surestFirst(hits)) {
            if (kept.stream().noneMatch(other -> other.iou(hit) > maxIou)) {
                kept.add(hit);
            }
        }
        return kept;
    }

    static List<RawDetection> surestFirst(List<RawDetection> hits) {
        return hits.stream()
                .sorted(Comparator.comparingDouble(RawDetection::score).reversed())
                .toList();
    }
}
