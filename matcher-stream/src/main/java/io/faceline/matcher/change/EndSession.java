package io.faceline.matcher.change;

import static io.faceline.matcher.change.ChangeRefused.require;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.session.SessionMark;

/** Ends a session with all that belongs to it. */
final class EndSession {
    private final Sessions sessions;

    EndSession(Sessions sessions) {
        this.sessions = sessions;
    }

    void apply(Change.EndSession end) {
        require(!end.session().isShared(), "the shared gallery cannot be ended; delete its people individually");
        require(!SessionMark.isMark(end.session().value()), "this is the key of a mark, not the id of a session");
        sessions.end(end.session());
    }
}
