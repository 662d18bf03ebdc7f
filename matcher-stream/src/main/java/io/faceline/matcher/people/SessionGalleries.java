package io.faceline.matcher.people;

import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionEnrollments;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.store.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The references of sessions. The table is authoritative; galleries of recently used sessions are cached, so that their
 * references are not read again for every frame. Confined to the task thread.
 */
public final class SessionGalleries {
    private static final int MAX_CACHED = 256;

    private final Table<SessionEnrollments> enrollments;
    private final Map<SessionId, References> cached = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, References> eldest) {
            return size() > MAX_CACHED;
        }
    };

    public SessionGalleries(Table<SessionEnrollments> enrollments) {
        this.enrollments = enrollments;
    }

    public References of(SessionId session) {
        return cached.computeIfAbsent(session, SessionReferences::new);
    }

    public void erase(SessionId session) {
        cached.remove(session);
        enrollments.remove(session.value());
    }

    private final class SessionReferences implements References {
        private final SessionId session;
        private final Gallery gallery = new Gallery(Scope.SESSION);
        private final Map<ReferenceId, Reference> references = new LinkedHashMap<>();

        SessionReferences(SessionId session) {
            this.session = session;
            enrollments.read(session.value()).ifPresent(found -> add(found.references()));
        }

        @Override
        public Gallery gallery() {
            return gallery;
        }

        @Override
        public void enroll(Collection<Reference> more) {
            add(more);
            save();
        }

        @Override
        public void remove(Collection<ReferenceId> ids) {
            ids.forEach(references::remove);
            ids.forEach(gallery::remove);
            save();
        }

        @Override
        public boolean awaitApplied() {
            return true;
        }

        private void add(Collection<Reference> more) {
            more.forEach(reference -> references.put(reference.id(), reference));
            more.forEach(gallery::index);
        }

        private void save() {
            if (references.isEmpty()) {
                enrollments.remove(session.value());
            } else {
                List<Reference> all = new ArrayList<>(references.values());
                enrollments.write(session.value(), new SessionEnrollments(all));
            }
        }
    }
}
