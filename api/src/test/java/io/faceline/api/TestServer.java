package io.faceline.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
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

/** A real server with some routes, and its client. */
public final class TestServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer server;

    public TestServer(List<Routes> routes) {
        server = new HttpServer(HttpSettings.of("127.0.0.1", 0), List.of(), new SimpleMeterRegistry(), routes);
        server.start();
    }

    /** Sends a request without credentials. */
    public Answer ask(String method, String path, String body) throws Exception {
        return send(request(method, path, body));
    }

    /** Sends a request with this token. */
    public Answer as(String token, String method, String path, String body) throws Exception {
        return send(request(method, path, body).header("Authorization", "Bearer " + token));
    }

    /** Sends a request with this cookie. */
    public Answer withCookie(String cookie, String method, String path, String body) throws Exception {
        return send(request(method, path, body).header("Cookie", cookie));
    }

    /** Sends a conditional request with this entity tag. */
    public Answer askUnlessIs(String tag, String path) throws Exception {
        return send(request("GET", path, "").header("If-None-Match", tag));
    }

    /** The URI of this path. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(address(path)).method(method, BodyPublishers.ofString(body));
    }

    private static Answer send(HttpRequest.Builder request) throws Exception {
        return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    }

    @Override
    public void close() {
        server.close();
    }

    /** A response. */
    public record Answer(HttpResponse<String> http) {
        public int status() {
            return http.statusCode();
        }

        public String body() {
            return http.body();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        public JsonNode json() throws IOException {
            return Mappers.JSON.readTree(body());
        }

        /** Such as {@code 404 NO_SUCH_PERSON}; only the status for other responses. */
        public String problem() throws IOException {
            return header("Content-Type").startsWith("application/problem+json")
                    ? status() + " " + json().path("code").asText()
                    : status() + "";
        }
    }
}
