package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.index.GalleryView;
import io.faceline.matcher.index.MeasureReference;
import io.faceline.runtime.store.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The references of sessions, one entry of the table each, so that an enrollment writes one reference and not the whole
 * session. The table is authoritative; galleries of recently used sessions are cached, so that their
 * references are not read again for every frame. Confined to the task thread.
 */
public final class SessionGalleries {
    private static final int MAX_CACHED = 256;

    private final Table<SessionEnrollments> enrollments;
    private final MeasureReference measuring;
    private final Map<SessionId, References> cached = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, References> eldest) {
            return size() > MAX_CACHED;
        }
    };

    public SessionGalleries(Table<SessionEnrollments> enrollments, MeasureReference measuring) {
        this.enrollments = enrollments;
        this.measuring = measuring;
    }

    public References of(SessionId session) {
        return cached.computeIfAbsent(session, SessionReferences::new);
    }

    public void erase(SessionId session) {
        cached.remove(session);
        rewriteOldEntry(session);
        enrollments.withPrefix(prefix(session)).keySet().forEach(enrollments::remove);
    }

    /** No id contains the separator. */
    private static String prefix(SessionId session) {
        return session.value() + "|";
    }

    private static String key(SessionId session, ReferenceId reference) {
        return prefix(session) + reference.value();
    }

    private List<Reference> read(SessionId session) {
        rewriteOldEntry(session);
        return enrollments.withPrefix(prefix(session)).values().stream()
                .flatMap(entry -> entry.references().stream())
                .toList();
    }

    /** Earlier versions stored all references of a session under its id. */
    private void rewriteOldEntry(SessionId session) {
        enrollments.read(session.value()).ifPresent(old -> {
            old.references().forEach(reference -> write(session, reference));
            enrollments.remove(session.value());
        });
    }

    private void write(SessionId session, Reference reference) {
        enrollments.write(key(session, reference.id()), new SessionEnrollments(List.of(reference)));
    }

    private final class SessionReferences implements References {
        private final SessionId session;
        private final Gallery gallery = new Gallery(Scope.SESSION, measuring);

        SessionReferences(SessionId session) {
            this.session = session;
            read(session).forEach(gallery::index);
        }

        @Override
        public GalleryView gallery() {
            return gallery;
        }

        @Override
        public void enroll(Collection<Reference> more) {
            more.forEach(gallery::index);
            more.forEach(reference -> write(session, reference));
        }

        @Override
        public void remove(Collection<ReferenceId> ids) {
            ids.forEach(gallery::remove);
            ids.forEach(id -> enrollments.remove(key(session, id)));
        }
    }
}
