package io.faceline.runtime.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
