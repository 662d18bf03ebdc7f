package io.faceline.api.jobs.visits;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.tracking.summary.UncertainSighting;
import java.util.Optional;

/**
 * Who a visit is of.
 *
 * @param person of a match, or the best candidate of an uncertain visit
 * @param unknown number of an unknown person within the job
 * @param cause of an uncertain visit
 */
record Subject(
        Decision decision,
        Optional<PersonId> person,
        Optional<Integer> unknown,
        Optional<UncertainSighting.Cause> cause) {
    static Subject match(PersonId person) {
        return new Subject(Decision.MATCH, Optional.of(person), Optional.empty(), Optional.empty());
    }

    static Subject uncertain(PersonId person, UncertainSighting.Cause cause) {
        return new Subject(Decision.UNCERTAIN, Optional.of(person), Optional.empty(), Optional.of(cause));
    }

    static Subject unknown(int number) {
        return new Subject(Decision.UNKNOWN, Optional.empty(), Optional.of(number), Optional.empty());
    }
}
