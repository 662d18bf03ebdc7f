package io.faceline.runtime;

/**
 * Where to listen.
 *
 * @param host the address to bind, {@code 0.0.0.0} for all
 * @param port 0 takes any free one
 * @param maxBodyBytes of a request or a WebSocket message
 */
public record HttpSettings(String host, int port, int maxBodyBytes) {
    public static final int DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;

    public static HttpSettings of(String host, int port) {
        return new HttpSettings(host, port, DEFAULT_MAX_BODY_BYTES);
    }

    /** {@code FACELINE_HTTP_HOST}, {@code FACELINE_HTTP_PORT}, {@code FACELINE_MAX_BODY_BYTES}. */
    public static HttpSettings from(Settings settings, int defaultPort) {
        return new HttpSettings(
                settings.text("FACELINE_HTTP_HOST", "127.0.0.1"),
                settings.integer("FACELINE_HTTP_PORT", defaultPort, 0, 65_535),
                settings.integer("FACELINE_MAX_BODY_BYTES", DEFAULT_MAX_BODY_BYTES, 1024, Integer.MAX_VALUE));
    }
}
