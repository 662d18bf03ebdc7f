package io.faceline.vision.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Of hits that overlap only the surest stays. */
final class NonMaximumSuppression {
    private NonMaximumSuppression() {}

    /** @return those that stay, surest first */
    static List<Hit> keep(List<Hit> hits, double maxIou) {
        var kept = new ArrayList<Hit>();
        for (var hit : surestFirst(hits)) {
            if (kept.stream().noneMatch(other -> other.iou(hit) > maxIou)) {
                kept.add(hit);
            }
        }
        return kept;
    }

    static List<Hit> surestFirst(List<Hit> hits) {
        return hits.stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed())
                .toList();
    }
}
