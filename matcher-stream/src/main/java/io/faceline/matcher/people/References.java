package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.Gallery;
import java.util.Collection;

/** The references of a session, or of everyone, as the task reads and changes them. */
public interface References {
    /** What is known now. */
    Gallery gallery();

    /** Adds references, or replaces those of the same id. */
    void enroll(Collection<Reference> references);

    void remove(Collection<ReferenceId> ids);

    /** Waits until what was enrolled and removed shows in the gallery; not for ever. */
    boolean awaitApplied();
}
