package io.faceline.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A client of a server, for tests: paths in, {@link HttpAnswer}s out. Whose requests they are and which headers they all have
 * is said once, by {@link #as} and {@link #with}. Thread-safe.
 */
public final class TestClient {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String address;
    private final Map<String, String> headers;
    private final BiConsumer<HttpRequest, HttpAnswer> listener;

    private TestClient(String address, Map<String, String> headers, BiConsumer<HttpRequest, HttpAnswer> listener) {
        this.address = address;
        this.headers = headers;
        this.listener = listener;
    }

    /** Of a server on this machine. */
    public static TestClient of(int port) {
        return new TestClient("127.0.0.1:" + port, Map.of(), (request, answer) -> {});
    }

    /** The same client with a header in every request. */
    public TestClient with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new TestClient(address, more, listener);
    }

    /** The same client for whoever has the token. */
    public TestClient as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same client with a listener that is called with every request and its answer. */
    public TestClient withListener(BiConsumer<HttpRequest, HttpAnswer> heard) {
        return new TestClient(address, headers, heard);
    }

    public HttpAnswer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public HttpAnswer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    public HttpAnswer patch(String path, String json) {
        return json("PATCH", path, json);
    }

    public HttpAnswer putJson(String path, String json) {
        return json("PUT", path, json);
    }

    /** Without a body. */
    public HttpAnswer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public HttpAnswer post(String path, String json, String... headers) {
        return json("POST", path, json, headers);
    }

    public HttpAnswer post(String path, MultipartForm form, String... headers) {
        return post(path, form.mediaType(), form.bytes(), headers);
    }

    public HttpAnswer post(String path, String mediaType, byte[] body, String... headers) {
        return with("Content-Type", mediaType).send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    public HttpAnswer json(String method, String path, String json, String... headers) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json), headers);
    }

    /** @param headers name, value, name, value */
    public HttpAnswer send(String method, String path, BodyPublisher body, String... headers) {
        var request = request(path, headers).timeout(PATIENCE).method(method, body);
        var response = send(request.build(), BodyHandlers.ofByteArray());
        return report(response, response.body());
    }

    /** Reads a stream of events up to the first whose data contains this, and leaves. */
    public HttpAnswer getUntil(String data, String path, String... headers) {
        var response = getLines(path, headers);
        var read = new StringBuilder();
        try (var lines = response.body()) {
            for (var line : (Iterable<String>) lines::iterator) {
                read.append(line).append('\n');
                if (line.startsWith("data: ") && line.contains(data)) {
                    break;
                }
            }
        }
        assertThat(read).contains(data);
        return report(response, read.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A response whose body comes as long as the server writes. */
    public HttpResponse<Stream<String>> getLines(String path, String... headers) {
        return send(request(path, headers).build(), BodyHandlers.ofLines());
    }

    /** Asks for a stream and returns at once; the subscriber gets the lines as they come. */
    public void getLines(String path, Flow.Subscriber<String> lines) {
        var unused = CLIENT.sendAsync(request(path).build(), BodyHandlers.fromLineSubscriber(lines));
    }

    /** Opens a web socket. */
    public WebSocket connect(String path, WebSocket.Listener socket) {
        var builder = CLIENT.newWebSocketBuilder();
        headers.forEach(builder::header);
        return builder.buildAsync(URI.create("ws://" + address + path), socket).join();
    }

    private HttpRequest.Builder request(String path, String... more) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address + path));
        headers.forEach(request::setHeader);
        for (var i = 0; i < more.length; i += 2) {
            request.setHeader(more[i], more[i + 1]);
        }
        return request;
    }

    private HttpAnswer report(HttpResponse<?> response, byte[] body) {
        var answer = new HttpAnswer(response.statusCode(), response.headers(), body);
        listener.accept(response.request(), answer);
        return answer;
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
