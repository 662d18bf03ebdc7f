package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import java.util.Optional;

/**
 * The authenticated caller of a request.
 *
 * @param session the visitor's session; absent for anonymous callers, who change nothing
 * @param isAdmin whether the caller may change the shared gallery and see the results of all sessions
 * @param seesSharedGallery whether the caller may list the people of the shared gallery and see their photos
 */
public record Caller(Optional<SessionId> session, boolean isAdmin, boolean seesSharedGallery) {
    /** Whether the caller may see the data of this session. */
    public boolean maySee(SessionId owner) {
        return isAdmin || session.filter(owner::equals).isPresent();
    }

    /** Whether the caller may see this person's name and photos. */
    public boolean maySee(Person person) {
        return person.session().isShared() ? seesSharedGallery : maySee(person.session());
    }

    /** Whether the caller's photos are compared with this person: everybody's are with the shared gallery. */
    public boolean mayMeet(Person person) {
        return person.session().isShared() || maySee(person.session());
    }

    /**
     * Whether the caller may change the data of this session. An admin sees all sessions, but changes only the shared
     * gallery.
     */
    public boolean mayChange(SessionId owner) {
        return owner.isShared() ? isAdmin : session.filter(owner::equals).isPresent();
    }
}
