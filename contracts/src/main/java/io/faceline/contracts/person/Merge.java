package io.faceline.contracts.person;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.util.List;

/**
 * A merge of one person into another, kept so that it can be undone. Contains no biometrics.
 *
 * @param into the person merged into
 * @param references the person's references at the time of the merge; the photos have the same ids
 */
public record Merge(PersonId into, List<ReferenceId> references) {
    public Merge {
        references = List.copyOf(references);
    }
}
