package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import java.util.Optional;

/**
 * The authenticated caller of a request.
 *
 * @param session the visitor's session; absent for anonymous callers, who see the shared gallery and change nothing
 * @param isAdmin whether the caller may change the shared gallery and see the results of all sessions
 */
public record Caller(Optional<SessionId> session, boolean isAdmin) {
    static final Caller NOBODY = new Caller(Optional.empty(), false);

    /** Whether the caller may see the data of this session. */
    public boolean maySee(SessionId owner) {
        return isAdmin || session.filter(owner::equals).isPresent();
    }

    /** Whether the caller may see this person: everybody sees the shared gallery. */
    public boolean maySee(Person person) {
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
