package io.faceline.runtime.http;

import io.faceline.runtime.settings.Settings;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * Where to listen.
 *
 * @param host the address to bind, {@code 0.0.0.0} for all
 * @param port 0 takes any free one
 * @param maxBodyBytes of a request or a WebSocket message
 * @param corsOrigins pages of these origins, such as {@code https://app.example.org}, may call with a bearer token
 * @param tls with the server's certificate, for HTTPS in the place of HTTP
 */
public record HttpSettings(String host, int port, int maxBodyBytes, Set<String> corsOrigins, Optional<SSLContext> tls) {
    public static final int DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;

    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }

    public static HttpSettings of(String host, int port) {
        return new HttpSettings(host, port, DEFAULT_MAX_BODY_BYTES, Set.of(), Optional.empty());
    }

    /** {@code FACELINE_HTTP_HOST}, {@code FACELINE_HTTP_PORT}, {@code FACELINE_MAX_BODY_BYTES}, {@code FACELINE_CORS_ORIGINS} (comma separated). */
    public static HttpSettings from(Settings settings, int defaultPort) {
        return from(
                settings,
                settings.text("FACELINE_HTTP_HOST", "127.0.0.1"),
                settings.integer("FACELINE_HTTP_PORT", defaultPort, 0, 65_535));
    }

    /** The same for who chooses the place by other means. */
    public static HttpSettings from(Settings settings, String host, int port) {
        return new HttpSettings(
                host,
                port,
                settings.integer("FACELINE_MAX_BODY_BYTES", DEFAULT_MAX_BODY_BYTES, 1024, Integer.MAX_VALUE),
                origins(settings.text("FACELINE_CORS_ORIGINS", "")),
                Optional.empty());
    }

    /** The same place, by HTTPS. */
    public HttpSettings over(SSLContext certified) {
        return new HttpSettings(host, port, maxBodyBytes, corsOrigins, Optional.of(certified));
    }

    private static Set<String> origins(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether only this machine can reach it. */
    public boolean isLoopback() {
        return Loopback.isNamed(host);
    }
}
