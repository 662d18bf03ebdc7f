package io.faceline.contracts.session;

import io.faceline.contracts.person.Reference;
import java.util.List;

/** All references of one session, limited in number. A single value, so that one tombstone erases the session. */
public record SessionEnrollments(List<Reference> references) {
    public static final SessionEnrollments NONE = new SessionEnrollments(List.of());

    public SessionEnrollments {
        references = List.copyOf(references);
    }
}
