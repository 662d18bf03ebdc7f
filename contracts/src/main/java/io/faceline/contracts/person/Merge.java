package io.faceline.contracts.person;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.util.List;

/**
 * What one person brought into another, so that it can be told apart again. Holds no biometrics.
 *
 * @param into whom the person became
 * @param references the person's references at that time; the photos go by the same ids
 */
public record Merge(PersonId into, List<ReferenceId> references) {
    public Merge {
        references = List.copyOf(references);
    }
}
