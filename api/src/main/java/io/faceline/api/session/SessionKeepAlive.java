package io.faceline.api.session;

import io.faceline.api.changes.ChangeClient;
import io.faceline.api.changes.ChangeResponder;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Any request of a session is a sign of life, told to the matcher at most once a minute; the browser keeps its cookie as long
 * again. Of the sessions told of last, as
 * many are remembered as are likely at once; one that was forgotten is told of again, which does no harm.
 */
public final class SessionKeepAlive implements Routes {
    private static final Duration TELL_EVERY = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final Access access;
    private final ChangeClient ask;
    private final Executor telling;
    private final InstantSource clock;
    private final Map<SessionId, Instant> told = new LinkedHashMap<>(16, 0.75f, false) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param telling asks Kafka, which may block; may drop what is too much */
    public SessionKeepAlive(Access access, ChangeClient ask, Executor telling, InstantSource clock) {
        this.access = access;
        this.ask = ask;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/api/*", this::see);
    }

    private void see(Context context) {
        if (!isEnd(context)) {
            access.caller(context).session().filter(this::isDue).ifPresent(session -> {
                tell(session);
                access.renewCookie(context);
            });
        }
    }

    /** A sign of life might overtake the end. */
    private static boolean isEnd(Context context) {
        return context.method().equals(HandlerType.DELETE) && context.path().equals(SessionRoutes.ONE);
    }

    private void tell(SessionId session) {
        telling.execute(() -> {
            // Nobody waits for it: the next minute's request says it again.
            var unused = ask.send(new Change.KeepAlive(ChangeResponder.newId(), session));
        });
    }

    private boolean isDue(SessionId session) {
        var now = clock.instant();
        synchronized (told) {
            var before = told.get(session);
            if (before != null && now.isBefore(before.plus(TELL_EVERY))) {
                return false;
            }
            told.remove(session);
            told.put(session, now);
            return true;
        }
    }
}
