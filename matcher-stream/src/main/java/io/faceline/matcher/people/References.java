package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.GalleryView;
import java.util.Collection;

/** The references of a session or of the shared gallery. Confined to the task thread. */
public interface References {
    /** The current gallery, with all that was enrolled and removed. */
    GalleryView gallery();

    /** Adds references, or replaces those of the same id. */
    void enroll(Collection<Reference> references);

    void remove(Collection<ReferenceId> ids);
}
