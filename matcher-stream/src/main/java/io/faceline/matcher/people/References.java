package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.Gallery;
import java.util.Collection;

/** The references of a session or of the shared gallery. Confined to the task thread. */
public interface References {
    /** The current gallery. */
    Gallery gallery();

    void put(Collection<Reference> references);

    void remove(Collection<ReferenceId> ids);

    /** Waits until all changes are applied to the gallery; false on a timeout. */
    boolean awaitApplied();
}
