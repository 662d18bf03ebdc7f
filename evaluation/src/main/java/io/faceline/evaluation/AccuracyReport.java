package io.faceline.evaluation;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.degradation.SeriesRates;
import io.faceline.evaluation.search.OpenSetCurve;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.verification.RocCurve;
import java.util.List;
import java.util.Optional;

/**
 * All measurements of one pair of models.
 *
 * @param people number of enrolled people, with one photo each
 * @param probes number of photos of enrolled people
 * @param strangers number of photos of strangers
 * @param facesNotFound number of original photos without a face
 * @param allPairs the curve of all pairs of photos
 * @param listedPairs the curve of the pairs of a pairs file
 * @param undegraded the reliability of confidences on the original photos
 * @param degraded the reliability on all degraded photos together
 */
public record AccuracyReport(
        MatchingFacts model,
        int people,
        int probes,
        int strangers,
        int facesNotFound,
        RocCurve allPairs,
        Optional<RocCurve> listedPairs,
        OpenSetCurve openSet,
        Reliability undegraded,
        Reliability degraded,
        List<SeriesRates> degradations) {
    public AccuracyReport {
        degradations = List.copyOf(degradations);
    }
}
