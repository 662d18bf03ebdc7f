package io.faceline.evaluation.search;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.identity.PersonId;
import io.faceline.matcher.decision.Ranking;
import java.util.List;
import java.util.Optional;

/**
 * The search of one photo in the gallery.
 *
 * @param person the person in the photo; empty for a stranger
 * @param found empty when no face was found
 */
public record Search(Optional<PersonId> person, Optional<Found> found) {
    public boolean isOfStranger() {
        return person.isEmpty();
    }

    public boolean isRight(PersonId named) {
        return person.filter(named::equals).isPresent();
    }

    /**
     * The adjusted similarity of the best candidate if it is the right person, which is never the case for a stranger; else
     * minus infinity.
     */
    double rightSimilarity() {
        return found.filter(face ->
                        face.best().filter(best -> isRight(best.person())).isPresent())
                .flatMap(Found::adjusted)
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /**
     * A face with the people it resembles.
     *
     * @param isHopeless whether the matcher would not search it
     * @param people number of people enrolled
     */
    public record Found(Face face, boolean isHopeless, Ranking ranking, int people) {
        /** A face that is compared by similarity alone. */
        Found(Face face, List<Candidate> candidates) {
            this(face, false, Ranking.of(candidates), candidates.size());
        }

        public Optional<Candidate> best() {
            return isHopeless ? Optional.empty() : ranking.candidates().stream().findFirst();
        }

        /** What the matcher compares with its thresholds; empty if there is nobody to compare with. */
        public Optional<Double> adjusted() {
            return best().map(best -> best.similarity() - ranking.penalty() - ranking.crowd());
        }
    }
}
