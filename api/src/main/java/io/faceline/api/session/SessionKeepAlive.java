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
 * Sends a keep-alive to the matcher for every session that makes requests, at most once a minute, and renews its
 * cookie. The most recent sessions are remembered; a keep-alive for a forgotten one is sent again, which is harmless.
 */
public final class SessionKeepAlive implements Routes {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 10_000;

    private final Access access;
    private final ChangeClient client;
    private final Executor executor;
    private final InstantSource clock;
    private final Map<SessionId, Instant> lastSent = new LinkedHashMap<>(16, 0.75f, false) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Instant> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** @param executor sends to Kafka, which may block; may discard tasks */
    public SessionKeepAlive(Access access, ChangeClient client, Executor executor, InstantSource clock) {
        this.access = access;
        this.client = client;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/api/*", this::keepAlive);
    }

    private void keepAlive(Context context) {
        if (!isEnd(context)) {
            access.caller(context).session().filter(this::isDue).ifPresent(session -> {
                send(session);
                access.renewCookie(context);
            });
        }
    }

    /** A keep-alive might overtake the end of the session. */
    private static boolean isEnd(Context context) {
        return context.method().equals(HandlerType.DELETE) && context.path().equals(SessionRoutes.ONE);
    }

    private void send(SessionId session) {
        executor.execute(() -> {
            // The result is ignored: a later request sends it again.
            var unused = client.send(new Change.KeepAlive(ChangeResponder.newId(), session));
        });
    }

    private boolean isDue(SessionId session) {
        var now = clock.instant();
        synchronized (lastSent) {
            var before = lastSent.get(session);
            if (before != null && now.isBefore(before.plus(INTERVAL))) {
                return false;
            }
            lastSent.remove(session);
            lastSent.put(session, now);
            return true;
        }
    }
}
