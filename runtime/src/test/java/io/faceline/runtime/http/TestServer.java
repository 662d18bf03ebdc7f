package io.faceline.runtime.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;

/** A real server with some routes, on a port of its own. Refusals are not held back. */
public final class TestServer implements AutoCloseable {
    private static final HttpServer.Times TIMES =
            new HttpServer.Times(HttpServer.Times.DEFAULT.message(), Duration.ZERO);

    private final HttpServer server;

    public TestServer(Routes... routes) {
        this(List.of(routes));
    }

    public TestServer(List<Routes> routes) {
        server = of(HttpLimits.defaults(), TIMES, routes);
    }

    /** A started server with these limits; the caller closes it. */
    static HttpServer of(HttpLimits limits, Routes... routes) {
        return of(limits, TIMES, List.of(routes));
    }

    static HttpServer of(HttpLimits limits, HttpServer.Times times, List<Routes> routes) {
        var server = new HttpServer(
                HttpSettings.of("127.0.0.1", 0), limits, times, List.of(), new SimpleMeterRegistry(), routes);
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
