package io.faceline.runtime.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.regex.Pattern;

/** Security headers of every response; a route may override them. */
final class SecurityHeaders implements Routes {
    private static final String POLICY = "Content-Security-Policy";
    /** What a Host header may hold to stand in a policy: nothing that ends a directive. */
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** By name. */
    static final Map<String, String> ALL = Map.of(
            POLICY,
            CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(self), microphone=(), geolocation=()");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(SecurityHeaders::set);
        routes.wsBeforeUpgrade(SecurityHeaders::set);
    }

    private static void set(Context context) {
        ALL.forEach(context::header);
        var host = context.host();
        if (host != null && AUTHORITY.matcher(host).matches()) {
            context.header(POLICY, CONTENT_SECURITY_POLICY.replace("connect-src 'self'", withSockets(host)));
        }
    }

    /** Not every browser takes WebSockets of this host as 'self'. */
    private static String withSockets(String host) {
        return "connect-src 'self' ws://" + host + " wss://" + host;
    }
}
