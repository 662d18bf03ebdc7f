package io.faceline.standalone.evaluate;

import io.faceline.contracts.Candidate;
import io.faceline.contracts.Face;
import io.faceline.contracts.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * One photo searched in the gallery.
 *
 * @param person who is seen; nobody for a stranger
 * @param found empty when no face was
 */
record Search(Optional<PersonId> person, Optional<Found> found) {
    boolean isOfStranger() {
        return person.isEmpty();
    }

    boolean isRight(PersonId named) {
        return person.filter(named::equals).isPresent();
    }

    /** A face with those who resemble it, most similar first. */
    record Found(Face face, List<Candidate> candidates) {
        Optional<Candidate> best() {
            return candidates.stream().findFirst();
        }
    }
}
