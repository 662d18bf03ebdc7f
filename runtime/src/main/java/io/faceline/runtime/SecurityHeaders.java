package io.faceline.runtime;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What browsers are told about every answer; a route may say otherwise. */
final class SecurityHeaders implements Routes {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "img-src 'self' blob: data:",
            "media-src 'self' blob:",
            "connect-src 'self' ws: wss:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(SecurityHeaders::set);
    }

    private static void set(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
    }
}
