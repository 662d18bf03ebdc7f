package io.faceline.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Set;

/**
 * Keeps pages of other sites from acting as the visitor. A browser sends with each write, and with each WebSocket it opens,
 * which page is behind it: that must be a page of this server, or of an origin that the operator named. And a server that
 * listens on this machine alone goes by this machine's names alone: a foreign name that somebody let point here (DNS
 * rebinding) is refused.
 */
final class OriginCheck implements Routes {
    private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Set<String> origins;
    private final boolean isLocal;

    OriginCheck(HttpSettings settings) {
        this.origins = settings.corsOrigins();
        this.isLocal = settings.isLoopback();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
        routes.before(this::allow);
        routes.wsBeforeUpgrade(this::check);
    }

    private void check(Context context) {
        var host = host(context.host());
        if (isLocal && !Loopback.isNamed(host)) {
            throw new ProblemException(
                    421,
                    "FOREIGN_HOST",
                    "this server goes by localhost alone; start it with --host to serve it under another name");
        }
        if (isWrite(context) && isForeign(context)) {
            throw new ProblemException(
                    403,
                    "CROSS_SITE",
                    "this page is of another site; its origin may be allowed with FACELINE_CORS_ORIGINS");
        }
    }

    /** Without credentials: another site's pages never act with this site's cookie. */
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

    private boolean isForeign(Context context) {
        var origin = context.header("Origin");
        if (origin == null) {
            return "cross-site".equals(context.header("Sec-Fetch-Site"));
        }
        return !origins.contains(origin) && !isOwn(origin, context.host());
    }

    /** By host and port; the scheme may have been changed by a proxy. */
    private static boolean isOwn(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the port. */
    private static String host(String authority) {
        return authority == null ? "" : authority.replaceFirst(":\\d+$", "");
    }
}
