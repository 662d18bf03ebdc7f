package io.faceline.matcher.people;

import io.faceline.contracts.identity.SessionId;
import io.faceline.matcher.index.Gallery;
import java.util.List;

/** The references a task can see. */
public record Galleries(SessionGalleries sessions, SharedReferences shared) {
    /** Where the session's own references go. */
    public References of(SessionId session) {
        return session.isShared() ? shared : sessions.of(session);
    }

    /** What a frame of the session is compared with: the session's own, and everyone's. Never another session's. */
    public List<Gallery> visibleTo(SessionId session) {
        return session.isShared()
                ? List.of(shared.gallery())
                : List.of(sessions.of(session).gallery(), shared.gallery());
    }
}
