package io.faceline.benchmarks.clips;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.benchmarks.load.ServerProcess;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A server with a session of its own. */
final class ClipServer {
    private static final long PAUSE_MILLIS = 50;

    private final ServerProcess server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;

    private ClipServer(ServerProcess server, String token) {
        this.server = server;
        this.token = token;
    }

    static ClipServer open(ServerProcess server) throws IOException, InterruptedException {
        var nobody = new ClipServer(server, "");
        var answer = nobody.send("POST", "/api/v1/sessions", "application/json", BodyPublishers.noBody());
        return new ClipServer(server, answer.path("token").asText());
    }

    void enroll(String name, byte[] jpeg) throws IOException, InterruptedException {
        var answer = send(
                "POST",
                "/api/v1/people?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                "image/jpeg",
                BodyPublishers.ofByteArray(jpeg));
        if (!answer.has("id")) {
            throw new IOException(name + " was not enrolled: " + answer);
        }
    }

    /** The results of all frames of a film. */
    JsonNode watch(Path film, double framesPerSecond) throws IOException, InterruptedException {
        var job = send(
                        "POST",
                        "/api/v1/videos?framesPerSecond=" + framesPerSecond,
                        "application/octet-stream",
                        BodyPublishers.ofFile(film))
                .path("id")
                .asText();
        while (!get("/api/v1/jobs/" + job).path("state").asText().equals("DONE")) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return get("/api/v1/jobs/" + job + "/results");
    }

    WebSocket live(WebSocket.Listener listener) {
        var address = URI.create(server.at("/api/v1/live").toString().replaceFirst("http", "ws"));
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(address, listener)
                .join();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    private JsonNode send(String method, String path, String mediaType, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", mediaType)
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return Mappers.JSON.readTree(
                http.send(request.build(), BodyHandlers.ofString()).body());
    }
}
