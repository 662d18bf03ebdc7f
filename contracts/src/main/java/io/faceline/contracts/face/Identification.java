package io.faceline.contracts.face;

import io.faceline.contracts.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a face: decision, ranked candidates and confidence.
 *
 * @param candidates most similar first; the first is the match when the decision is {@code MATCH}
 * @param similarity cosine similarity of the best candidate, never rescaled; absent if the gallery is empty
 * @param confidence calibrated, 0 to 1, for display; absent if the gallery is empty
 */
public record Identification(
        Decision decision,
        List<Candidate> candidates,
        @Nullable Double similarity,
        @Nullable Double confidence,
        List<Reason> reasons) {
    /** From this confidence on a match is sure: shown without reservation, and enough by itself where it is all there is. */
    public static final double SURE_CONFIDENCE = 0.7;

    public Identification {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
        Checks.require(decision != Decision.MATCH || !candidates.isEmpty(), "a match must have a candidate");
    }

    /** Whether this is a certain match: of at least {@link #SURE_CONFIDENCE}. */
    public boolean isSure() {
        return decision == Decision.MATCH && confidence != null && confidence >= SURE_CONFIDENCE;
    }
}
