package io.faceline.runtime.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;

/** A real server with some routes, on a port of its own. */
public final class TestServer implements AutoCloseable {
    private final HttpServer server;

    public TestServer(Routes... routes) {
        this(List.of(routes));
    }

    public TestServer(List<Routes> routes) {
        server = new HttpServer(HttpSettings.of("127.0.0.1", 0), List.of(), new SimpleMeterRegistry(), routes);
        server.start();
    }

    /** A started server with these limits; the caller closes it. */
    static HttpServer of(HttpLimits limits, Routes... routes) {
        return of(limits, HttpServer.MAX_MESSAGE_TIME, routes);
    }

    /** @param messageTime of a WebSocket message, from its first byte to its last */
    static HttpServer of(HttpLimits limits, Duration messageTime, Routes... routes) {
        var server = new HttpServer(
                HttpSettings.of("127.0.0.1", 0),
                limits,
                messageTime,
                List.of(),
                new SimpleMeterRegistry(),
                List.of(routes));
        server.start();
        return server;
    }

    public int port() {
        return server.port();
    }

    public TestClient client() {
        return TestClient.of(port());
    }

    @Override
    public void close() {
        server.close();
    }
}
