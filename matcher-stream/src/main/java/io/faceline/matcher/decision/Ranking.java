package io.faceline.matcher.decision;

import io.faceline.contracts.face.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people a face is compared with, and which of them count for the margin.
 *
 * @param candidates most similar first
 * @param rival the best candidate with a different name than the first
 * @param namesake the best other person of the same scope with the name of the first: perhaps a person enrolled twice,
 *     and so no rival
 */
public record Ranking(
        List<Candidate> candidates,
        @Nullable Candidate rival,
        @Nullable Candidate namesake) {
    public Ranking {
        candidates = List.copyOf(candidates);
    }

    /** A ranking of people who all have different names. */
    public static Ranking of(List<Candidate> candidates) {
        return new Ranking(candidates, candidates.size() > 1 ? candidates.get(1) : null, null);
    }
}
