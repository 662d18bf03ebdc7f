package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param session the visitor's own; absent for somebody without one, who sees the shared gallery and changes nothing
 * @param isAdmin whether the shared gallery is theirs to change, and every session's results theirs to see
 */
public record Caller(Optional<SessionId> session, boolean isAdmin) {
    static final Caller NOBODY = new Caller(Optional.empty(), false);

    /** Whether what belongs to this session may be shown. */
    public boolean maySee(SessionId owner) {
        return isAdmin || session.filter(owner::equals).isPresent();
    }

    /** Whether this person may be shown: everybody sees the shared gallery. */
    public boolean maySee(Person person) {
        return person.session().isShared() || maySee(person.session());
    }

    /** Whether what belongs to this session may be changed. An admin sees all sessions, but changes the shared gallery only. */
    public boolean mayChange(SessionId owner) {
        return owner.isShared() ? isAdmin : session.filter(owner::equals).isPresent();
    }
}
