package io.faceline.runtime.http;

import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.settings.SettingsException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.json.JavalinJackson;
import io.javalin.websocket.WsHandlerType;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.AbstractConnector;

/**
 * The HTTP or HTTPS face of a service: its routes, {@code /health} (200 or 503 with {@link Health} as JSON), {@code /metrics} in
 * Prometheus' text format, and problems as of RFC 9457 for whatever fails. Javalin stays behind {@link Routes}.
 */
public final class HttpServer implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(50);
    /** Of a connection on which nothing moves, whether nothing comes or nothing is taken. */
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** However slowly a body begins to come. */
    private static final Duration UNJUDGED = Duration.ofSeconds(10);
    /** Of a WebSocket that answers no ping. */
    private static final Duration IDLE_SOCKET = Duration.ofSeconds(60);
    /** A frame of a camera; larger ones would be made smaller anyway. */
    private static final int MAX_SOCKET_MESSAGE_BYTES = 8 << 20;

    private final HttpSettings settings;
    private final List<Routes> routes;
    private final Javalin javalin;

    public HttpServer(HttpSettings settings, List<HealthCheck> checks, MeterRegistry registry, List<Routes> routes) {
        this.settings = settings;
        this.routes = List.copyOf(routes);
        this.javalin = Javalin.create(config -> {
            quieten(config);
            forgetServletSessions(config);
            limit(config, settings.maxBodyBytes());
            settings.tls().ifPresent(tls -> serveHttps(config, settings, tls));
            config.jsonMapper(new JavalinJackson(Mappers.JSON, false));
            new SecurityHeaders().addTo(config.routes);
            new OriginCheck(settings).addTo(config.routes);
            new Problems(settings.maxBodyBytes()).addTo(config.routes);
            new OperationsRoutes(checks, registry).addTo(config.routes);
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
                idle.setIdleTimeout(IDLE.toMillis());
            }
        }
    }

    private void listen() {
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            var refused = Throwables.find(e, SocketException.class).orElseThrow(() -> e);
            throw new SettingsException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + refused.getMessage(), e);
        }
    }

    /** Every route as {@code POST /api/v1/people}, WebSockets as {@code WEBSOCKET /api/v1/live}, in order. */
    public List<String> routes() {
        var router = javalin.unsafe.internalRouter;
        var http = router.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path);
        var sockets = router.allWsHandlers().stream()
                .filter(socket -> socket.getType() == WsHandlerType.WEBSOCKET)
                .map(socket -> "WEBSOCKET " + socket.getPath());
        return Stream.concat(http, sockets).sorted().toList();
    }

    /** Where it listens, once started. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        routes.forEach(Routes::stop);
        javalin.stop();
    }

    private static void quieten(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_WITHIN.toMillis());
            server.setErrorHandler(new ProblemErrorHandler());
            server.setHandler(new MinimumUploadRate(UNJUDGED));
        });
    }

    private static void serveHttps(JavalinConfig config, HttpSettings settings, SSLContext tls) {
        config.jetty.modifyServer(server -> server.setHandler(new HttpsRedirect(server.getHandler())));
        config.jetty.addConnector((server, http) -> HttpsConnector.create(server, http, settings, tls));
    }

    /** Javalin makes one for each WebSocket and never uses it; nobody needs to know, nor the server for long. */
    private static void forgetServletSessions(JavalinConfig config) {
        config.jetty.modifyServletContextHandler(handler -> {
            handler.getSessionHandler().setUsingCookies(false);
            handler.getSessionHandler().setMaxInactiveInterval((int) IDLE_SOCKET.toSeconds());
        });
    }

    private static void limit(JavalinConfig config, int maxBodyBytes) {
        config.http.maxRequestSize = maxBodyBytes;
        config.jetty.multipartConfig.maxFileSize(maxBodyBytes, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(maxBodyBytes, SizeUnit.BYTES);
        config.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setMaxBinaryMessageSize(Math.min(maxBodyBytes, MAX_SOCKET_MESSAGE_BYTES));
            sockets.setIdleTimeout(IDLE_SOCKET);
        });
    }
}
