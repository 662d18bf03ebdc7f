package io.faceline.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Set;

/**
 * Protects against cross-site request forgery: the origin that a browser sends with each write and each WebSocket must
 * be this server's or an allowed origin. The host must be one of {@link AcceptedHosts}, which protects against DNS
 * rebinding.
 */
final class OriginCheck implements Routes {
    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Set<String> origins;
    private final AcceptedHosts hosts;

    OriginCheck(HttpSettings settings) {
        this.origins = settings.corsOrigins();
        this.hosts = AcceptedHosts.of(settings);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
        routes.before(this::allow);
        routes.wsBeforeUpgrade(this::check);
    }

    private void check(Context context) {
        if (!hosts.accept(context.host())) {
            throw new ProblemException(
                    421,
                    "FOREIGN_HOST",
                    "this server does not serve this host name: use its address or localhost, or start it with the name in"
                            + " FACELINE_HOSTS; with --host 0.0.0.0 it serves other machines");
        }
        if (isWrite(context) && isCrossSite(context)) {
            throw new ProblemException(
                    403, "CROSS_SITE", "the page belongs to another site; allow its origin with FACELINE_CORS_ORIGINS");
        }
    }

    /** Never allows credentials: pages of other sites must not use this site's cookie. */
    private void allow(Context context) {
        var origin = context.header("Origin");
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        context.header("Access-Control-Allow-Origin", origin)
                .header("Vary", "Origin")
                .header(
                        "Access-Control-Expose-Headers",
                        "Location, Retry-After, Faceline-Gallery-Version, Idempotency-Replayed");
        if (context.header("Access-Control-Request-Method") != null) {
            context.header("Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE")
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, Range")
                    .header("Access-Control-Max-Age", "600")
                    .status(HttpStatus.NO_CONTENT)
                    .skipRemainingHandlers();
        }
    }

    private static boolean isWrite(Context context) {
        return !READS.contains(context.method()) || "websocket".equalsIgnoreCase(context.header("Upgrade"));
    }

    private boolean isCrossSite(Context context) {
        var origin = context.header("Origin");
        if (origin == null) {
            return "cross-site".equals(context.header("Sec-Fetch-Site"));
        }
        return !origins.contains(origin) && !isOwn(origin, context.host());
    }

    /** Compares host and port only, since a proxy may change the scheme. */
    private static boolean isOwn(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
