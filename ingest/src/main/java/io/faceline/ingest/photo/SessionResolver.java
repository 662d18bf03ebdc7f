package io.faceline.ingest.photo;

import io.faceline.contracts.identity.SessionId;
import io.faceline.web.access.Access;
import io.faceline.web.access.SessionSecret;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Under which session a request's images travel: the caller's, or for callers without one, one of a few that nobody has
 * the secret of. A session for every request would be remembered by the matcher for a day.
 */
public final class SessionResolver {
    /** Enough that the matcher's tasks all get their share. */
    private static final int COUNT = 16;

    private final Access access;
    private final AtomicInteger next = new AtomicInteger();
    private final List<SessionId> anonymous =
            Stream.generate(() -> SessionSecret.create().session()).limit(COUNT).toList();

    public SessionResolver(Access access) {
        this.access = access;
    }

    public SessionId of(Context context) {
        return access.caller(context).session().orElseGet(this::anonymous);
    }

    /** Sees the shared gallery and nobody else. */
    SessionId anonymous() {
        return anonymous.get(Math.floorMod(next.getAndIncrement(), COUNT));
    }
}
