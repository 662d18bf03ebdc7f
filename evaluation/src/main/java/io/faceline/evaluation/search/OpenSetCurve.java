package io.faceline.evaluation.search;

import io.faceline.evaluation.verification.ErrorPoint;
import io.faceline.evaluation.verification.ErrorRates;
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
        var known = searches.stream()
                .filter(search -> !search.isOfStranger())
                .mapToDouble(OpenSetCurve::rightSimilarity)
                .toArray();
        var strangers = searches.stream()
                .filter(Search::isOfStranger)
                .flatMap(search -> search.found().stream())
                .mapToDouble(found -> found.adjusted().orElse(Double.NEGATIVE_INFINITY))
                .toArray();
        return new OpenSetCurve(new ErrorRates(known, strangers).curve(), decided);
    }

    /** The adjusted similarity of the best candidate if it is the right person, else negative infinity. */
    private static double rightSimilarity(Search search) {
        return search.found()
                .filter(found -> found.best()
                        .filter(best -> search.isRight(best.person()))
                        .isPresent())
                .flatMap(Search.Found::adjusted)
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
