package io.faceline.matcher;

import io.faceline.contracts.SessionId;
import java.util.List;

/** The references a task can see. */
record Galleries(SessionGalleries sessions, SharedReferences shared) {
    /** Where the session's own references go. */
    References of(SessionId session) {
        return session.isShared() ? shared : sessions.of(session);
    }

    /** What a frame of the session is compared with: the session's own, and everyone's. Never another session's. */
    List<Gallery> visibleTo(SessionId session) {
        return session.isShared()
                ? List.of(shared.gallery())
                : List.of(sessions.of(session).gallery(), shared.gallery());
    }
}
