package io.faceline.ingest.photo;

import io.faceline.contracts.identity.SessionId;
import io.faceline.web.access.Access;
import io.faceline.web.access.EndedSessions;
import io.javalin.http.Context;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Resolves the session of a request: the caller's, or for callers without one, one of a few anonymous sessions whose
 * secrets are discarded. A new session per request would be kept by the matcher for a day.
 */
public final class SessionResolver {
    /** Enough to spread the load over the matcher's tasks. */
    private static final int COUNT = 16;

    private final Access access;
    private final EndedSessions ended;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReferenceArray<SessionId> anonymous = new AtomicReferenceArray<>(COUNT);

    public SessionResolver(Access access, EndedSessions ended) {
        this.access = access;
        this.ended = ended;
        for (var i = 0; i < COUNT; i++) {
            anonymous.set(i, access.newSession().session());
        }
    }

    public SessionId of(Context context) {
        return access.caller(context).session().orElseGet(this::anonymous);
    }

    /** Whether the caller may list the people of the shared gallery. */
    public boolean seesSharedGallery(Context context) {
        return access.caller(context).seesSharedGallery();
    }

    /** An anonymous session, which sees the shared gallery only. */
    SessionId anonymous() {
        return anonymous.updateAndGet(
                Math.floorMod(next.getAndIncrement(), COUNT),
                // After a day without anonymous requests it has expired.
                session -> ended.hasEnded(session) ? access.newSession().session() : session);
    }
}
