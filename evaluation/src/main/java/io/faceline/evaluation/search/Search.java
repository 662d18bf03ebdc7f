package io.faceline.evaluation.search;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.identity.PersonId;
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

    /** A face with its candidates, most similar first. */
    public record Found(Face face, List<Candidate> candidates) {
        public Optional<Candidate> best() {
            return candidates.stream().findFirst();
        }
    }
}
