package io.faceline.evaluation.search;

import io.faceline.evaluation.verification.ErrorPoint;
import java.util.List;

/**
 * The error rates of searches at every threshold.
 *
 * @param points by threshold, without a margin, from the lowest FPIR to the highest
 * @param decided rates with the catalog's thresholds and margin
 */
public record OpenSetCurve(List<ErrorPoint> points, OpenSetRates decided) {
    public OpenSetCurve {
        points = List.copyOf(points);
    }

    public static OpenSetCurve of(List<Search> searches, OpenSetRates decided) {
        return new OpenSetCurve(SearchErrors.of(searches).curve(), decided);
    }
}
