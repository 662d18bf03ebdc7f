package io.faceline.matcher.decision;

import io.faceline.contracts.face.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people a face is compared with, and what counts for the decision on the first.
 *
 * @param candidates most similar first
 * @param rival the best candidate with a different name than the first
 * @param namesake the best other person of the same scope with the name of the first: perhaps a person enrolled twice,
 *     and so no rival
 * @param penalty by what the similarity of the first falls because both faces are poor; not negative
 * @param crowd by what it falls because the face resembles many people; not negative
 */
public record Ranking(
        List<Candidate> candidates,
        @Nullable Candidate rival,
        @Nullable Candidate namesake,
        double penalty,
        double crowd) {
    public Ranking {
        candidates = List.copyOf(candidates);
    }

    public Ranking(List<Candidate> candidates, @Nullable Candidate rival, @Nullable Candidate namesake) {
        this(candidates, rival, namesake, 0, 0);
    }

    /** A ranking of people who all have different names. */
    public static Ranking of(List<Candidate> candidates) {
        return new Ranking(candidates, candidates.size() > 1 ? candidates.get(1) : null, null);
    }

    /** The same ranking with what the similarity of the first falls by. */
    public Ranking less(double forPoorFaces, double forCrowd) {
        return new Ranking(candidates, rival, namesake, forPoorFaces, forCrowd);
    }
}
