package io.faceline.evaluation;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.degradation.SeriesRates;
import io.faceline.evaluation.search.OpenSetCurve;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.verification.RocCurve;
import java.util.List;
import java.util.Optional;

/**
 * All that was measured of one pair of models.
 *
 * @param people how many were enrolled, with one photo each
 * @param probes photos of them
 * @param strangers photos of others
 * @param facesNotFound in the photos as they are
 * @param allPairs of everybody's photos
 * @param listedPairs of a pairs file
 * @param undegraded how far the confidences of the photos as they are can be trusted
 * @param degraded likewise of all photos made worse, together
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
