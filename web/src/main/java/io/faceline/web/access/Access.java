package io.faceline.web.access;

import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Authenticates requests: by the Authorization header, {@code Bearer} with the admin token or a session's secret,
 * otherwise by the cookie. Thread-safe.
 */
public final class Access {
    /** The cookie that holds the session secret. */
    public static final String COOKIE = "faceline-session";

    private static final String BEARER = "Bearer ";

    private final AccessSettings settings;

    public Access(AccessSettings settings) {
        this.settings = settings;
    }

    /** @throws ProblemException when the credentials are invalid: an anonymous caller would silently see less */
    public Caller caller(Context context) {
        var isGalleryPublic = isGalleryPublic(context);
        var header = context.header("Authorization");
        if (header != null) {
            return byHeader(header, isGalleryPublic);
        }
        var session = Optional.ofNullable(context.cookie(COOKIE))
                .flatMap(SessionSecret::parse)
                .map(SessionSecret::session);
        return new Caller(session, false, isGalleryPublic);
    }

    private boolean isGalleryPublic(Context context) {
        return switch (settings.sharedGallery()) {
            case PUBLIC -> true;
            case PRIVATE -> false;
            case AUTO -> HttpServer.isLoopback(context);
        };
    }

    /** @throws ProblemException when the caller has no session */
    public SessionId session(Context context) {
        return caller(context)
                .session()
                .orElseThrow(() -> new ProblemException(
                        401, "NO_SESSION", "a session is required: create one with POST /api/v1/sessions"));
    }

    /** @throws ProblemException unless the caller has the admin token */
    public void requireAdmin(Context context) {
        if (!caller(context).isAdmin()) {
            throw settings.adminToken().isEmpty()
                    ? new ProblemException(
                            403,
                            "NO_ADMIN",
                            "the shared gallery is read-only over HTTP unless the server is started with"
                                    + " FACELINE_ADMIN_TOKEN")
                    : new ProblemException(403, "ADMIN_ONLY", "the admin token is required as a bearer token");
        }
    }

    /** @throws ProblemException unless the caller may change the data of this session */
    public void requireChangeOf(SessionId owner, Context context) {
        if (owner.isShared()) {
            requireAdmin(context);
        } else if (!caller(context).mayChange(owner)) {
            throw new ProblemException(
                    403, "OTHER_SESSION", "the admin may only change the shared gallery; this belongs to a session");
        }
    }

    private Caller byHeader(String header, boolean isGalleryPublic) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw badToken();
        }
        var token = header.substring(BEARER.length()).strip();
        if (isAdmin(token)) {
            return new Caller(Optional.empty(), true, true);
        }
        var secret = SessionSecret.parse(token).orElseThrow(Access::badToken);
        return new Caller(Optional.of(secret.session()), false, isGalleryPublic);
    }

    /** Compares in constant time, which protects against timing attacks. */
    private boolean isAdmin(String token) {
        var bytes = token.getBytes(StandardCharsets.UTF_8);
        return settings.adminToken()
                .filter(admin -> MessageDigest.isEqual(admin.getBytes(StandardCharsets.UTF_8), bytes))
                .isPresent();
    }

    private static ProblemException badToken() {
        return new ProblemException(
                401,
                "BAD_TOKEN",
                "the Authorization header must be \"Bearer\" followed by a session's secret or the admin token");
    }

    /** Sets the session cookie, which scripts cannot read and cross-site requests do not send. */
    public void setCookie(Context context, SessionSecret secret) {
        context.cookie(
                cookie(context, secret.reveal(), (int) settings.sessionExpiry().toSeconds()));
    }

    /** Renews the expiry of the cookie with the session; does nothing for callers with an Authorization header. */
    public void renewCookie(Context context) {
        if (context.header("Authorization") == null) {
            Optional.ofNullable(context.cookie(COOKIE))
                    .flatMap(SessionSecret::parse)
                    .ifPresent(secret -> setCookie(context, secret));
        }
    }

    public void clearCookie(Context context) {
        context.cookie(cookie(context, "", 0));
    }

    private static Cookie cookie(Context context, String value, int maxAge) {
        var isHttps = "https".equals(context.scheme()) || "https".equals(context.header("X-Forwarded-Proto"));
        return new Cookie(COOKIE, value, "/", maxAge, isHttps, true, null, SameSite.STRICT);
    }
}
