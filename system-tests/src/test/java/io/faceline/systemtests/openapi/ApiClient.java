package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls of a server that expect a status, and get what the document says of it. */
public final class ApiClient {
    public static final String NOBODY = "";
    public static final String JPEG = "image/jpeg";
    public static final String JSON = "application/json";
    public static final String FORM = "multipart/form-data; boundary=xx";

    private final String address;
    private final DocumentedCalls calls;

    public ApiClient(String address, DocumentedCalls calls) {
        this.address = address;
        this.calls = calls;
    }

    public Answer get(int expected, String token, String path, String... headers) throws Exception {
        return send(expected, request(token, path, headers).GET());
    }

    public Answer delete(int expected, String token, String path, String... headers) throws Exception {
        return send(expected, request(token, path, headers).DELETE());
    }

    public Answer patch(int expected, String token, String path, String body) throws Exception {
        return send(
                expected, request(token, path, "Content-Type", JSON).method("PATCH", BodyPublishers.ofString(body)));
    }

    public Answer post(int expected, String token, String path, String body) throws Exception {
        return post(expected, token, path, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The token of a new session. */
    public String newSession() throws Exception {
        return post(201, NOBODY, "/api/v1/sessions", "").at("/token");
    }

    /** Whatever the answer is. */
    public Answer post(String token, String path, String body) throws Exception {
        return new Answer(calls.send(request(token, path, "Content-Type", JSON)
                .POST(BodyPublishers.ofString(body))
                .build()));
    }

    public Answer post(int expected, String token, String path, String type, byte[] body, String... headers)
            throws Exception {
        return send(
                expected,
                request(token, path, headers).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Reads a stream of events until this stands in it. */
    public Answer listen(String token, String path, String until, String... headers) throws Exception {
        return new Answer(calls.listen(request(token, path, headers).build(), until));
    }

    private HttpRequest.Builder request(String token, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(int expected, HttpRequest.Builder request) throws Exception {
        var answer = new Answer(calls.send(request.build()));
        assertThat(answer.status()).as(answer.call() + ": " + answer.text()).isEqualTo(expected);
        return answer;
    }

    /** Images as parts of a form. */
    public static byte[] form(byte[]... images) {
        var body = new ByteArrayOutputStream();
        for (var image : images) {
            body.writeBytes("--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(image);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--xx--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** An image as JSON. */
    public static String json(byte[] image) {
        return "{\"image\":\"" + Base64.getEncoder().encodeToString(image) + "\"}";
    }

    /** What came back. */
    public record Answer(DocumentedCalls.Answer http) {
        public int status() {
            return http.status();
        }

        String call() {
            return http.call();
        }

        public String text() {
            return new String(http.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() throws IOException {
            return Mappers.JSON.readTree(http.body());
        }

        /** The text at this place of the JSON. */
        public String at(String pointer) throws IOException {
            return json().at(pointer).asText();
        }
    }
}
