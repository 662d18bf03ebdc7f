package io.faceline.api.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.api.changes.ChangeClient;
import io.faceline.api.changes.ChangeResponder;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.PersonDirectory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/sessions}, {@code GET} and {@code DELETE /api/v1/session}. */
public final class SessionRoutes implements Routes {
    static final String ONE = "/api/v1/session";
    private static final int MAX_BODY_BYTES = 1024;

    private final Access access;
    private final Duration expiry;
    private final PersonDirectory people;
    private final Predicate<SessionId> awaitEnd;
    private final ChangeResponder changes;
    private final Executor waiting;

    /**
     * @param expiry time without a request after which a session ends
     * @param awaitEnd waits until this process refuses the session's secret; false on a timeout
     * @param waiting blocks until a change is visible
     */
    public SessionRoutes(
            Access access,
            Duration expiry,
            PersonDirectory people,
            Predicate<SessionId> awaitEnd,
            ChangeClient client,
            Executor waiting) {
        this.access = access;
        this.expiry = expiry;
        this.people = people;
        this.awaitEnd = awaitEnd;
        this.changes = new ChangeResponder(client);
        this.waiting = waiting;
    }

    /** @param token absent when the cookie holds it, as no script may read it */
    record Created(
            SessionId session,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String token,

            long expiresAfterSeconds) {}

    /** @param session null for the admin */
    record Current(@Nullable SessionId session, boolean isAdmin, long expiresAfterSeconds) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/sessions", this::create).get(ONE, this::current).delete(ONE, this::end);
    }

    private void create(Context context) {
        var secret = access.newSession();
        var inCookie = wantsCookie(context.bodyAsBytes());
        if (inCookie) {
            access.setCookie(context, secret);
        }
        var token = inCookie ? null : secret.reveal();
        context.status(HttpStatus.CREATED)
                .header("Cache-Control", "no-store")
                .json(new Created(secret.session(), token, expiry.toSeconds()));
    }

    private void current(Context context) {
        var caller = access.caller(context);
        var session = caller.isAdmin() ? null : access.session(context);
        context.header("Cache-Control", "private, no-store")
                .json(new Current(session, caller.isAdmin(), expiry.toSeconds()));
    }

    private void end(Context context) {
        var session = access.session(context);
        context.future(() -> changes.make(context, new Change.EndSession(ChangeResponder.newId(), session))
                .thenRunAsync(() -> awaitGone(session), waiting)
                .thenRunAsync(() -> ended(context, session), waiting));
    }

    private void awaitGone(SessionId session) {
        var isGone = people.await(all ->
                all.values().stream().noneMatch(person -> person.session().equals(session) && !person.deleted()));
        if (!isGone) {
            throw ChangeResponder.notInTime();
        }
    }

    private void ended(Context context, SessionId session) {
        access.clearCookie(context);
        if (!awaitEnd.test(session)) {
            throw new ProblemException(
                    202, "NOT_YET_VISIBLE", "the session was erased; this server may accept its secret for a moment");
        }
        context.status(HttpStatus.NO_CONTENT);
    }

    private static boolean wantsCookie(byte[] body) {
        if (body.length > MAX_BODY_BYTES) {
            throw new ProblemException(413, "TOO_MANY_BYTES", "the body may have at most " + MAX_BODY_BYTES + " bytes");
        }
        try {
            return body.length > 0 && Mappers.JSON.readTree(body).path("cookie").asBoolean();
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "BAD_REQUEST", "the body must be empty or JSON: {\"cookie\":true}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
