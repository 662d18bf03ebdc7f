package io.faceline.runtime;

import io.faceline.contracts.serde.Mappers;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.json.JavalinJackson;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;

/**
 * The HTTP face of a service: its routes, {@code /health} (200 or 503 with {@link Health} as JSON), {@code /metrics} in
 * Prometheus' text format, and problems as of RFC 9457 for whatever fails. Javalin stays behind {@link Routes}.
 */
public final class HttpServer implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(50);

    private final HttpSettings settings;
    private final Javalin javalin;

    public HttpServer(HttpSettings settings, List<HealthCheck> checks, MeterRegistry registry, List<Routes> routes) {
        this.settings = settings;
        this.javalin = Javalin.create(config -> {
            quieten(config);
            limit(config, settings.maxBodyBytes());
            config.jsonMapper(new JavalinJackson(Mappers.JSON, false));
            new SecurityHeaders().addTo(config.routes);
            new CrossSite(settings).addTo(config.routes);
            new Problems(settings.maxBodyBytes()).addTo(config.routes);
            new Operations(checks, registry).addTo(config.routes);
            routes.forEach(some -> some.addTo(config.routes));
        });
    }

    /** @throws SettingsException when the port cannot be had */
    public void start() {
        listen();
        for (var connector : javalin.jettyServer().server().getConnectors()) {
            // Browsers keep connections open; their idleness must not hold a stop up.
            if (connector instanceof AbstractConnector idle) {
                idle.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
            }
        }
    }

    private void listen() {
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            var refused = Causes.find(e, SocketException.class).orElseThrow(() -> e);
            throw new SettingsException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + refused.getMessage(), e);
        }
    }

    /** Where it listens, once started. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void quieten(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_WITHIN.toMillis()));
    }

    private static void limit(JavalinConfig config, int maxBodyBytes) {
        config.http.maxRequestSize = maxBodyBytes;
        config.jetty.multipartConfig.maxFileSize(maxBodyBytes, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(maxBodyBytes, SizeUnit.BYTES);
        config.jetty.modifyWebSocketServletFactory(sockets -> sockets.setMaxBinaryMessageSize(maxBodyBytes));
    }
}
