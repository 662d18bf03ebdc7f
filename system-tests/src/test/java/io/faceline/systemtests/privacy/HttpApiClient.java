package io.faceline.systemtests.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Who asks over HTTP.
 *
 * @param address of the server, such as {@code 127.0.0.1:7860}
 * @param token of a session or of the admin; without it nobody in particular asks
 * @param listener hears of every question and its answer
 */
record HttpApiClient(String address, Optional<String> token, BiConsumer<String, Answer> listener) {
    static final String PEOPLE = "/api/v1/people";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "xx-between-xx";

    /** Without the headers that differ by chance: the time, and whether the server had read the question to its end. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer of(HttpResponse<byte[]> response) {
            var headers = new TreeMap<String, String>();
            response.headers().map().forEach((name, values) -> headers.put(name, String.join(",", values)));
            headers.keySet().removeAll(List.of("date", "connection"));
            return new Answer(response.statusCode(), headers, response.body());
        }

        JsonNode json() {
            try {
                return Mappers.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Each line, where each is JSON. */
        List<JsonNode> lines() {
            return text().lines()
                    .map(line -> new Answer(status, headers, line.getBytes(StandardCharsets.UTF_8)).json())
                    .toList();
        }

        /** All of it, for a search: bytes are characters. */
        String everything() {
            return headers + "\n" + new String(body, StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return status + " " + headers + " " + text();
        }
    }

    HttpApiClient with(String otherToken) {
        return new HttpApiClient(address, Optional.of(otherToken), listener);
    }

    Answer get(String path) {
        return ask("GET", path, "text/plain", new byte[0]);
    }

    Answer delete(String path) {
        return ask("DELETE", path, "text/plain", new byte[0]);
    }

    Answer post(String path, String json) {
        return ask("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Answer patch(String path, String json) {
        return ask("PATCH", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Answer image(String path, byte[] jpeg) {
        return ask("POST", path, "image/jpeg", jpeg);
    }

    /** A form of these fields and one or more images. */
    Answer form(String path, Map<String, String> fields, byte[]... images) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        for (var image : images) {
            part(body, "name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg", image);
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ask("POST", path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    Answer ask(String method, String path, String type, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        var answer = Answer.of(send(request.build()));
        listener.accept(method + " " + path, answer);
        return answer;
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
