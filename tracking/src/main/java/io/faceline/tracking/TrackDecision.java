package io.faceline.tracking;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import java.util.Optional;

/**
 * The decision about a face based on all its frames so far. Complements the frame's own decision and never replaces it.
 *
 * @param person the person with {@code MATCH}, a possible person with {@code UNCERTAIN}, empty with {@code UNKNOWN}
 */
public record TrackDecision(Decision decision, Optional<PersonId> person) {
    static final TrackDecision UNKNOWN = new TrackDecision(Decision.UNKNOWN, Optional.empty());

    public TrackDecision {
        if ((decision == Decision.UNKNOWN) == person.isPresent()) {
            throw new IllegalArgumentException("a person is required unless the decision is UNKNOWN, was " + decision);
        }
    }

    static TrackDecision match(PersonId person) {
        return new TrackDecision(Decision.MATCH, Optional.of(person));
    }

    static TrackDecision uncertain(PersonId person) {
        return new TrackDecision(Decision.UNCERTAIN, Optional.of(person));
    }

    /** The person of a match. */
    Optional<PersonId> named() {
        return decision == Decision.MATCH ? person : Optional.empty();
    }

    /** The same person, downgraded to uncertain. */
    TrackDecision asUncertain() {
        return person.map(TrackDecision::uncertain).orElse(UNKNOWN);
    }
}
