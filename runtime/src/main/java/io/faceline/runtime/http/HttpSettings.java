package io.faceline.runtime.http;

import io.faceline.runtime.http.address.Loopback;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * Address, limits and TLS of an HTTP server.
 *
 * @param host the address to bind, {@code 0.0.0.0} for all
 * @param port 0 for any free port
 * @param maxBodyBytes maximum size of a request body or a WebSocket message
 * @param corsOrigins origins, such as {@code https://app.example.org}, whose pages may call with a bearer token
 * @param tls context with the server's certificate; serves HTTPS instead of HTTP
 * @param hosts host names by which the server is reached, besides those that it knows itself; {@code *} for every name
 */
public record HttpSettings(
        String host, int port, int maxBodyBytes, Set<String> corsOrigins, Optional<SSLContext> tls, Set<String> hosts) {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?|https?://\\[[0-9a-f:.]+](:\\d{1,5})?");

    private static final Pattern NAME = Pattern.compile("\\*|[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%\\[\\]][A-Za-z0-9._:%\\[\\]-]*");

    public static final int DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;

    public HttpSettings {
        corsOrigins = Set.copyOf(corsOrigins);
        hosts = Set.copyOf(hosts);
    }

    /** Without host names of its own. */
    public HttpSettings(String host, int port, int maxBodyBytes, Set<String> corsOrigins, Optional<SSLContext> tls) {
        this(host, port, maxBodyBytes, corsOrigins, tls, Set.of());
    }

    public static HttpSettings of(String host, int port) {
        return new HttpSettings(host, port, DEFAULT_MAX_BODY_BYTES, Set.of(), Optional.empty());
    }

    /** {@code FACELINE_HTTP_HOST}, {@code FACELINE_HTTP_PORT}, {@code FACELINE_MAX_BODY_BYTES}, {@code FACELINE_CORS_ORIGINS} and {@code FACELINE_HOSTS} (comma separated). */
    public static HttpSettings from(Settings settings, int defaultPort) {
        return from(settings, host(settings), settings.integer("FACELINE_HTTP_PORT", defaultPort, 0, 65_535));
    }

    /** The same settings with a given host and port. */
    public static HttpSettings from(Settings settings, String host, int port) {
        return new HttpSettings(
                host,
                port,
                settings.integer("FACELINE_MAX_BODY_BYTES", DEFAULT_MAX_BODY_BYTES, 1024, Integer.MAX_VALUE),
                origins(settings),
                Optional.empty(),
                names(settings));
    }

    private static String host(Settings settings) {
        var host = settings.text("FACELINE_HTTP_HOST", "127.0.0.1");
        if (!HOST.matcher(host).matches()) {
            throw new SettingsException("FACELINE_HTTP_HOST must be an address or a host name, was \"" + host + "\"");
        }
        return host;
    }

    /** The same settings with HTTPS. */
    public HttpSettings withTls(SSLContext context) {
        return new HttpSettings(host, port, maxBodyBytes, corsOrigins, Optional.of(context), hosts);
    }

    private static Set<String> origins(Settings settings) {
        return list(settings.text("FACELINE_CORS_ORIGINS", "")).stream()
                .map(HttpSettings::origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Settings settings) {
        var names = list(settings.text("FACELINE_HOSTS", ""));
        if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw new SettingsException("FACELINE_HOSTS must be host names without a port, separated by commas, or *;"
                    + " was \"" + String.join(",", names) + "\"");
        }
        return names;
    }

    private static Set<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An origin as browsers send it: any other text would never be equal to one. */
    private static String origin(String text) {
        if (!ORIGIN.matcher(text).matches()) {
            throw new SettingsException("FACELINE_CORS_ORIGINS must be origins such as https://app.example.org, without"
                    + " a path and separated by commas, was \"" + text + "\"");
        }
        return text;
    }

    /** Whether the server is only reachable from this machine. */
    public boolean isLoopback() {
        return Loopback.isNamed(host);
    }
}
