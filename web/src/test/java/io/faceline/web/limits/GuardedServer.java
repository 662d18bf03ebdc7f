package io.faceline.web.limits;

import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.Routes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

/** A server with an echo route behind the tested filters. */
final class GuardedServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer server;

    GuardedServer(Routes filter, Routes... others) {
        Routes echo = routes -> routes.get("/api/v1/echo", context -> context.result("here"))
                .post("/api/v1/echo", context -> context.result(context.bodyAsBytes()))
                .post("/api/v1/sessions", context -> context.status(201));
        server = new HttpServer(
                HttpSettings.of("127.0.0.1", 0),
                List.of(),
                new SimpleMeterRegistry(),
                Stream.concat(Stream.of(filter, echo), Stream.of(others)).toList());
        server.start();
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
    }
}
