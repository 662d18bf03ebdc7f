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
    /** The cookie that holds the session secret over plain HTTP. */
    public static final String COOKIE = "faceline-session";

    /** The cookie over HTTPS: browsers accept this prefix from this very host and over HTTPS only. */
    public static final String SECURE_COOKIE = "__Host-" + COOKIE;

    private static final String BEARER = "Bearer ";

    private final AccessSettings settings;
    private final SessionKey key;
    private final EndedSessions ended;

    /** @throws io.faceline.runtime.settings.SettingsException when the settings have no session key */
    public Access(AccessSettings settings, EndedSessions ended) {
        this.settings = settings;
        this.key = settings.requireSessionKey();
        this.ended = ended;
    }

    /** Creates a secret, and thereby a new session. */
    public SessionSecret newSession() {
        return key.create();
    }

    /** @throws ProblemException when the credentials are invalid: an anonymous caller would silently see less */
    public Caller caller(Context context) {
        var isGalleryPublic = isGalleryPublic(context);
        var header = context.header("Authorization");
        if (header != null) {
            return byHeader(header, isGalleryPublic);
        }
        return new Caller(byCookie(context).map(SessionSecret::session), false, isGalleryPublic);
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
        var secret = secret(token).orElseThrow(Access::badToken);
        return new Caller(Optional.of(secret.session()), false, isGalleryPublic);
    }

    /** Empty for an unproven or ended cookie: the browser gets a new one, as without. */
    private Optional<SessionSecret> byCookie(Context context) {
        return Optional.ofNullable(context.cookie(cookieName(context))).flatMap(this::secret);
    }

    private Optional<SessionSecret> secret(String text) {
        return key.proven(text).filter(secret -> !ended.hasEnded(secret.session()));
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
                "the Authorization header must be \"Bearer\" followed by the secret of a session that has not ended, as"
                        + " POST /api/v1/sessions returned it, or the admin token");
    }

    /** Sets the session cookie, which scripts cannot read and cross-site requests do not send. */
    public void setCookie(Context context, SessionSecret secret) {
        context.cookie(
                cookie(context, secret.reveal(), (int) settings.cookieAge().toSeconds()));
    }

    /** Renews the expiry of the cookie with the session; does nothing for callers with an Authorization header. */
    public void renewCookie(Context context) {
        if (context.header("Authorization") == null) {
            byCookie(context).ifPresent(secret -> setCookie(context, secret));
        }
    }

    public void clearCookie(Context context) {
        context.cookie(cookie(context, "", 0));
    }

    private static Cookie cookie(Context context, String value, int maxAge) {
        return new Cookie(cookieName(context), value, "/", maxAge, isHttps(context), true, null, SameSite.STRICT);
    }

    /** Over HTTPS a cookie that another port or a subdomain has planted is not read. */
    private static String cookieName(Context context) {
        return isHttps(context) ? SECURE_COOKIE : COOKIE;
    }

    private static boolean isHttps(Context context) {
        return "https".equals(context.scheme()) || "https".equals(context.header("X-Forwarded-Proto"));
    }
}
