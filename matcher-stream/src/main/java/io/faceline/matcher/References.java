package io.faceline.matcher;

import io.faceline.contracts.Reference;
import io.faceline.contracts.ReferenceId;
import java.util.Collection;

/** The references of a session, or of everyone, as the task reads and changes them. */
interface References {
    /** What is known now. */
    Gallery gallery();

    void put(Collection<Reference> references);

    void remove(Collection<ReferenceId> ids);

    /** Waits until what was put and removed shows in the gallery; not for ever. */
    boolean settle();
}
