package io.faceline.contracts.face;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A person in the ranked results, with the best similarity of the person's references. The name stays in
 * {@code people}.
 *
 * @param reference the most similar of the person's references; absent if the search does not tell it
 */
public record Candidate(
        PersonId person,
        Scope scope,
        double similarity,
        @OmittedIfAbsent @Nullable ReferenceId reference) {
    public Candidate {
        Checks.between("similarity", similarity, -1, 1);
    }

    public Candidate(PersonId person, Scope scope, double similarity) {
        this(person, scope, similarity, null);
    }
}
