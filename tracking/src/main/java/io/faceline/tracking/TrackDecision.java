package io.faceline.tracking;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import java.util.Optional;

/**
 * What is said of a face given all frames so far that show it. Stands beside the frame's own decision and never replaces
 * it.
 *
 * @param person who it is with {@code MATCH}, who it may be with {@code UNCERTAIN}, empty with {@code UNKNOWN}
 */
public record TrackDecision(Decision decision, Optional<PersonId> person) {
    static final TrackDecision UNKNOWN = new TrackDecision(Decision.UNKNOWN, Optional.empty());

    public TrackDecision {
        if ((decision == Decision.UNKNOWN) == person.isPresent()) {
            throw new IllegalArgumentException("nobody but an unknown is without a person, was " + decision);
        }
    }

    static TrackDecision match(PersonId person) {
        return new TrackDecision(Decision.MATCH, Optional.of(person));
    }

    static TrackDecision uncertain(PersonId person) {
        return new TrackDecision(Decision.UNCERTAIN, Optional.of(person));
    }

    /** Who it is, if that is decided. */
    Optional<PersonId> named() {
        return decision == Decision.MATCH ? person : Optional.empty();
    }

    /** The same person, but a human should look. */
    TrackDecision doubted() {
        return person.map(TrackDecision::uncertain).orElse(UNKNOWN);
    }
}
