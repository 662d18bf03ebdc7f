package io.faceline.contracts.face;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a face: decision, ranked candidates and confidence.
 *
 * @param candidates most similar first; the first is the match when the decision is {@code MATCH}
 * @param similarity cosine similarity of the best candidate, never rescaled; absent if the gallery is empty, or the face
 *     too poor to be searched
 * @param confidence calibrated, 0 to 1, for display; absent likewise
 * @param adjustedSimilarity what was compared with the thresholds: the similarity, less a penalty if both faces are poor,
 *     and less another if the face resembles many people; absent if nothing was deducted
 */
public record Identification(
        Decision decision,
        List<Candidate> candidates,
        @Nullable Double similarity,
        @Nullable Double confidence,
        List<Reason> reasons,
        @OmittedIfAbsent @Nullable Double adjustedSimilarity) {
    /** From this confidence on a match is sure: shown without reservation, and enough by itself where it is all there is. */
    public static final double SURE_CONFIDENCE = 0.7;

    public Identification {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
        Checks.require(decision != Decision.MATCH || !candidates.isEmpty(), "a match must have a candidate");
    }

    /** An identification by the plain similarity. */
    public Identification(
            Decision decision,
            List<Candidate> candidates,
            @Nullable Double similarity,
            @Nullable Double confidence,
            List<Reason> reasons) {
        this(decision, candidates, similarity, confidence, reasons, null);
    }

    /** The identification of a face that is too poor to be searched. */
    public static Identification unrecognisable(List<Reason> reasons) {
        return new Identification(Decision.UNKNOWN, List.of(), null, null, reasons);
    }

    /** Whether this is a certain match: of at least {@link #SURE_CONFIDENCE}. */
    public boolean isSure() {
        return decision == Decision.MATCH && confidence != null && confidence >= SURE_CONFIDENCE;
    }
}
