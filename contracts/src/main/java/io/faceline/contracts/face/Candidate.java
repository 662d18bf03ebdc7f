package io.faceline.contracts.face;

import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;

/**
 * A person in the ranked results, with the best similarity of the person's references. The name stays in
 * {@code people}.
 */
public record Candidate(PersonId person, Scope scope, double similarity) {
    public Candidate {
        Checks.between("similarity", similarity, -1, 1);
    }
}
