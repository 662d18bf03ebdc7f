package io.faceline.matcher.people;

import io.faceline.contracts.identity.SessionId;
import io.faceline.matcher.index.GalleryView;
import java.util.List;

/** The galleries available to a task. */
public record Galleries(SessionGalleries sessions, SharedReferences shared) {
    /** The references that a session writes to. */
    public References of(SessionId session) {
        return session.isShared() ? shared : sessions.of(session);
    }

    /** Number of people that a session's frames are compared with. */
    public int countPeople(SessionId session) {
        return visibleTo(session).stream().mapToInt(GalleryView::countPeople).sum();
    }

    /** The galleries that a session's frames are compared with: its own and the shared one. Never another session's. */
    public List<GalleryView> visibleTo(SessionId session) {
        return session.isShared()
                ? List.of(shared.gallery())
                : List.of(sessions.of(session).gallery(), shared.gallery());
    }
}
