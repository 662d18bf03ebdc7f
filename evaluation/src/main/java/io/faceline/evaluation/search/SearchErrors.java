package io.faceline.evaluation.search;

import io.faceline.evaluation.verification.ErrorRates;
import java.util.List;

/** The error rates of searches at every threshold of the adjusted similarity, without a margin. */
public final class SearchErrors {
    private SearchErrors() {}

    /**
     * @throws io.faceline.evaluation.dataset.EvaluationException when there is no photo of an enrolled person, or no face of a
     *     stranger
     */
    public static ErrorRates of(List<Search> searches) {
        var known = searches.stream()
                .filter(search -> !search.isOfStranger())
                .mapToDouble(Search::rightSimilarity)
                .toArray();
        var strangers = searches.stream()
                .filter(Search::isOfStranger)
                .flatMap(search -> search.found().stream())
                .mapToDouble(found -> found.adjusted().orElse(Double.NEGATIVE_INFINITY))
                .toArray();
        return new ErrorRates(known, strangers);
    }
}
