package io.faceline.matcher.decision;

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
    public Identification decide(Face face, Scale scale, Ranking ranking, boolean isStale) {
        var candidates = ranking.candidates();
        var reasons = new ArrayList<>(limits.missedBy(face));
        if (candidates.isEmpty()) {
            addStale(isStale, reasons);
            return new Identification(Decision.UNKNOWN, List.of(), null, null, reasons);
        }
        var similarity = candidates.get(0).similarity();
        var adjusted = similarity - ranking.penalty() - ranking.crowd();
        var decision = decision(scale.thresholds(), ranking, reasons);
        addStale(isStale, reasons);
        return new Identification(
                decision,
                candidates.subList(0, Math.min(listed, candidates.size())),
                similarity,
                scale.confidence().applyAsDouble(adjusted),
                reasons,
                adjusted < similarity ? (Double) adjusted : null);
    }

    /** A face that is too poor to be searched. */
    public Identification unrecognisable(Face face, boolean isStale) {
        var reasons = new ArrayList<>(limits.missedBy(face));
        reasons.add(Reason.UNRECOGNISABLE);
        addStale(isStale, reasons);
        return Identification.unrecognisable(reasons);
    }

    private static void addStale(boolean isStale, List<Reason> reasons) {
        if (isStale) {
            reasons.add(Reason.STALE_GALLERY);
        }
    }

    /** Each step down from what the similarity alone would decide has its reason. */
    private static Decision decision(Thresholds thresholds, Ranking ranking, List<Reason> reasons) {
        var similarity = ranking.candidates().get(0).similarity();
        var recognised = similarity - ranking.penalty();
        var bySimilarity = byThresholds(similarity, thresholds);
        var byAll = byThresholds(recognised - ranking.crowd(), thresholds);
        if (bySimilarity != Decision.MATCH) {
            reasons.add(Reason.BELOW_THRESHOLD);
        }
        if (byThresholds(recognised, thresholds) != bySimilarity) {
            reasons.add(Reason.UNRECOGNISABLE);
        } else if (byAll != bySimilarity) {
            reasons.add(Reason.MANY_SIMILAR);
        }
        return byAll == Decision.MATCH ? byOthers(thresholds, ranking, reasons) : byAll;
    }

    private static Decision byThresholds(double similarity, Thresholds thresholds) {
        if (similarity >= thresholds.match()) {
            return Decision.MATCH;
        }
        return similarity < thresholds.uncertain() ? Decision.UNKNOWN : Decision.UNCERTAIN;
    }

    /** The margin is one of plain similarities, as people who resemble each other do so whatever the faces are like. */
    private static Decision byOthers(Thresholds thresholds, Ranking ranking, List<Reason> reasons) {
        var similarity = ranking.candidates().get(0).similarity();
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
