package io.faceline.runtime.http;

import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.address.AddressShares;
import io.faceline.runtime.http.address.AddressTurns;
import io.faceline.runtime.settings.SettingsException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.Key;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.json.JavalinJackson;
import io.javalin.websocket.WsHandlerType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * The HTTP or HTTPS server of a service: its routes, {@code /health}, {@code /health/live} and {@code /health/ready} (200 or
 * 503 with {@link Health} as JSON), {@code /metrics} in Prometheus' text format, and RFC 9457 problems for failures. Javalin is not exposed beyond
 * {@link Routes}.
 */
public final class HttpServer implements AutoCloseable {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
    /** Read at once from a connection: a body of megabytes in Jetty's 4 or 8 KiB would take several times the work. */
    private static final int INPUT_BUFFER_BYTES = 32 << 10;

    private static final Duration IDLE_TIMEOUT_AT_STOP = Duration.ofMillis(50);
    /** Idle timeout of a connection, in both directions. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    /** How long nothing of a body may arrive: as long as a connection may be idle. */
    private static final Duration UPLOAD_PATIENCE = IDLE_TIMEOUT;
    /** Idle timeout of a WebSocket that answers no ping. */
    private static final Duration SOCKET_IDLE_TIMEOUT = Duration.ofSeconds(60);
    /** Size of a camera frame; larger ones would be downscaled anyway. */
    private static final int MAX_SOCKET_MESSAGE_BYTES = 8 << 20;
    /** Answers of a WebSocket that its client does not read; further ones fail. */
    private static final int MAX_UNREAD_ANSWERS = 64;
    /** If the pool does not tell how many threads it has. */
    private static final int ROUTE_THREADS = 200;
    /** From the first byte of a WebSocket message to its last. */
    private static final Key<Boolean> IS_LOOPBACK = new Key<>("faceline.loopback");

    private final HttpSettings settings;
    private final HttpLimits limits;
    private final List<Routes> routes;
    private final Set<String> streamed;
    private final AddressShares memory;
    /** More threads would read more of what a few send, while all others wait for a processor. */
    private final AddressTurns turns =
            new AddressTurns("http-bodies", Runtime.getRuntime().availableProcessors());

    private final ScheduledThreadPoolExecutor scheduler =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.called("http-timeouts"));
    private final Javalin javalin;

    /**
     * Times that no setting changes.
     *
     * @param message maximum time of a WebSocket message, from its first byte to its last
     * @param refusal how long an answer with status 429 is held back
     */
    record Times(Duration message, Duration refusal) {
        static final Times DEFAULT = new Times(Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    /** A server with the default limits. */
    public HttpServer(HttpSettings settings, List<HealthCheck> checks, MeterRegistry registry, List<Routes> routes) {
        this(settings, HttpLimits.defaults(), checks, registry, routes);
    }

    public HttpServer(
            HttpSettings settings,
            HttpLimits limits,
            List<HealthCheck> checks,
            MeterRegistry registry,
            List<Routes> routes) {
        this(settings, limits, Times.DEFAULT, checks, registry, routes);
    }

    HttpServer(
            HttpSettings settings,
            HttpLimits limits,
            Times times,
            List<HealthCheck> checks,
            MeterRegistry registry,
            List<Routes> routes) {
        this.settings = settings;
        this.limits = limits;
        this.routes = List.copyOf(routes);
        this.streamed =
                routes.stream().flatMap(route -> route.streamed().stream()).collect(Collectors.toUnmodifiableSet());
        this.memory = limits.addresses().shares(limits.bodiesBytes());
        scheduler.setRemoveOnCancelPolicy(true);
        var refusals = new HeldRefusals(times.refusal());
        this.javalin = Javalin.create(config -> {
            configureStartup(config);
            shareAmongAddresses(config, times.message(), refusals);
            limitServletSessions(config);
            limit(config, settings.maxBodyBytes());
            settings.tls().ifPresent(tls -> serveHttps(config, settings, tls));
            config.jsonMapper(new JavalinJackson(Mappers.JSON, false));
            config.appData(IS_LOOPBACK, settings.isLoopback());
            new SecurityHeaders().addTo(config.routes);
            new OriginCheck(settings).addTo(config.routes);
            new Problems(settings.maxBodyBytes(), refusals).addTo(config.routes);
            new OperationsRoutes(checks, registry).addTo(config.routes);
            routes.forEach(route -> route.addTo(config.routes));
            routes.stream().filter(MeterBinder.class::isInstance).forEach(meter -> ((MeterBinder) meter)
                    .bindTo(registry));
        });
    }

    /** Whether the server that received this request is only reachable from this machine. */
    public static boolean isLoopback(Context context) {
        return context.appData(IS_LOOPBACK);
    }

    /** @throws SettingsException when the port cannot be bound */
    public void start() {
        listen();
        for (var connector : javalin.jettyServer().server().getConnectors()) {
            Optional.ofNullable(connector.getConnectionFactory(HttpConnectionFactory.class))
                    .ifPresent(http -> http.setInputBufferSize(INPUT_BUFFER_BYTES));
            // Idle connections of browsers must not delay a stop.
            if (connector instanceof AbstractConnector idle) {
                idle.setShutdownIdleTimeout(IDLE_TIMEOUT_AT_STOP.toMillis());
                idle.setIdleTimeout(IDLE_TIMEOUT.toMillis());
            }
        }
    }

    private void listen() {
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            var cause = Throwables.find(e, SocketException.class).orElseThrow(() -> e);
            throw new SettingsException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + cause.getMessage(), e);
        }
    }

    /** All routes, such as {@code POST /api/v1/people} or {@code WEBSOCKET /api/v1/live}, sorted. */
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

    /** Memory for bodies that nobody uses now. */
    long freeBodyBytes() {
        return memory.free();
    }

    /** The port the started server listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        routes.forEach(Routes::stop);
        javalin.stop();
        turns.close();
        scheduler.shutdownNow();
    }

    private static void configureStartup(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_TIMEOUT.toMillis());
            server.setErrorHandler(new ProblemErrorHandler());
        });
    }

    private void shareAmongAddresses(JavalinConfig config, Duration messageTime, HeldRefusals refusals) {
        var addresses = limits.addresses().clientAddress();
        config.jetty.modifyServer(server -> {
            server.addBean(new ConnectionShares(server, limits));
            var threads = new ThreadShares(limits.addresses().shares(routeThreads(server)), addresses, refusals);
            var bodies = new BufferedBodies(
                    memory, turns, addresses, settings.maxBodyBytes(), this::isBuffered, refusals, threads);
            server.setHandler(new UnreadBody(turns, new MinimumUploadRate(UPLOAD_PATIENCE, bodies)));
        });
        config.jetty.modifyServletContextHandler(
                context -> SocketMessagesFactory.install(context, memory, turns, addresses, messageTime, scheduler));
    }

    /** Four of five threads run routes; the others accept, read and answer for health. */
    private static int routeThreads(Server server) {
        return server.getThreadPool() instanceof ThreadPool.SizedThreadPool sized
                ? Math.max(1, sized.getMaxThreads() * 4 / 5)
                : ROUTE_THREADS;
    }

    /** A request without a route is answered before its body. Finds the route as Javalin does. */
    private boolean isBuffered(Request request) {
        var path = request.getHttpURI().getPath();
        var overridden = request.getHeaders().get("X-HTTP-Method-Override");
        var method = HandlerType.findOrDefault(overridden == null ? request.getMethod() : overridden);
        return !streamed.contains(path) && javalin.unsafe.internalRouter.hasHttpHandlerEntry(method, path);
    }

    private static void serveHttps(JavalinConfig config, HttpSettings settings, SSLContext tls) {
        config.jetty.modifyServer(server -> server.setHandler(new HttpsRedirect(server.getHandler())));
        config.jetty.addConnector((server, http) -> HttpsConnector.create(server, http, settings, tls));
    }

    /** Javalin creates an unused servlet session for each WebSocket: without a cookie, and soon expired. */
    private static void limitServletSessions(JavalinConfig config) {
        config.jetty.modifyServletContextHandler(handler -> {
            handler.getSessionHandler().setUsingCookies(false);
            handler.getSessionHandler().setMaxInactiveInterval((int) SOCKET_IDLE_TIMEOUT.toSeconds());
        });
    }

    private static void limit(JavalinConfig config, int maxBodyBytes) {
        config.http.maxRequestSize = maxBodyBytes;
        config.jetty.multipartConfig.maxFileSize(maxBodyBytes, SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(maxBodyBytes, SizeUnit.BYTES);
        // The body is in memory already; a file of its parts would show photos to whoever reads the temporary folder.
        config.jetty.multipartConfig.maxInMemoryFileSize(maxBodyBytes, SizeUnit.BYTES);
        config.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setMaxBinaryMessageSize(Math.min(maxBodyBytes, MAX_SOCKET_MESSAGE_BYTES));
            sockets.setInputBufferSize(INPUT_BUFFER_BYTES);
            sockets.setIdleTimeout(SOCKET_IDLE_TIMEOUT);
            sockets.setMaxOutgoingFrames(MAX_UNREAD_ANSWERS);
        });
    }
}
