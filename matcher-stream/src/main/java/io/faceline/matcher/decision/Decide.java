package io.faceline.matcher.decision;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.QualityLimits;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Thresholds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on a face given its ranked candidates. */
public final class Decide {
    private final QualityLimits limits;
    private final int listed;

    /** @param listed maximum number of candidates in an answer */
    public Decide(QualityLimits limits, int listed) {
        this.limits = limits;
        this.listed = listed;
    }

    /**
     * @param isStale whether the gallery is older than the minimum version of the frame
     */
    public Identification decide(Face face, MatchingFacts model, Ranking ranking, boolean isStale) {
        var candidates = ranking.candidates();
        var reasons = new ArrayList<>(limits.missedBy(face));
        var decision = decision(model.thresholds(), ranking, reasons);
        if (isStale) {
            reasons.add(Reason.STALE_GALLERY);
        }
        if (candidates.isEmpty()) {
            return new Identification(decision, List.of(), null, null, reasons);
        }
        var similarity = candidates.get(0).similarity();
        var shown = candidates.subList(0, Math.min(listed, candidates.size()));
        return new Identification(
                decision, shown, similarity, model.calibration().confidence(similarity), reasons);
    }

    private static Decision decision(Thresholds thresholds, Ranking ranking, List<Reason> reasons) {
        if (ranking.candidates().isEmpty()) {
            return Decision.UNKNOWN;
        }
        var similarity = ranking.candidates().get(0).similarity();
        if (similarity < thresholds.match()) {
            reasons.add(Reason.BELOW_THRESHOLD);
            return similarity < thresholds.uncertain() ? Decision.UNKNOWN : Decision.UNCERTAIN;
        }
        if (isClose(ranking.rival(), similarity, thresholds)) {
            reasons.add(Reason.AMBIGUOUS_MARGIN);
            return Decision.UNCERTAIN;
        }
        if (isClose(ranking.namesake(), similarity, thresholds)) {
            reasons.add(Reason.SAME_NAME);
        }
        return Decision.MATCH;
    }

    private static boolean isClose(@Nullable Candidate other, double similarity, Thresholds thresholds) {
        return other != null && similarity - other.similarity() < thresholds.margin();
    }
}
