package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeats creating requests with an Idempotency-Key, to the same server and to one without stored responses. */
class RepeatedCreatesTest {
    private static final String REPLAYED = "Idempotency-Replayed";

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static int port;
    private static int forgetful;
    private static String photo;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void up() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder, "woman");
        var bytes = Files.readAllBytes(gallery.resolve("woman").resolve("cut-from-sample1.jpg"));
        photo = Base64.getEncoder().encodeToString(bytes);
        pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), System.getenv());
        port = pipeline.serve("127.0.0.1", 0).port();
        forgetful = pipeline.serve("127.0.0.1", 0).port();
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void personIsMadeOnce_howeverOftenAndWhereverItIsAsked() throws Exception {
        var token = newSession();

        var first = enroll(port, token, "key-1", "Ada");
        var again = enroll(port, token, "key-1", "Ada");
        var elsewhere = enroll(forgetful, token, "key-1", "Ada");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue(REPLAYED)).contains("true");
        assertThat(elsewhere.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(elsewhere.body()).isEqualTo(first.body());
        assertThat(people(token)).hasSize(1);
        assertThat(people(token).path(0).path("photos")).hasSize(1);
    }

    @Test
    void photoIsAddedOnce() throws Exception {
        var token = newSession();
        var person = json(enroll(port, token, "key-1", "Ada")).path("id").asText();

        for (var at : List.of(port, port, forgetful)) {
            assertThat(post(at, token, "key-2", "people/" + person + "/photos", body(""))
                            .statusCode())
                    .isEqualTo(201);
        }

        assertThat(people(token).path(0).path("photos")).hasSize(2);
    }

    @Test
    void anotherPersonUnderTheKey_isRefused() throws Exception {
        var token = newSession();
        enroll(port, token, "key-1", "Ada");

        var other = enroll(port, token, "key-1", "Bob");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(people(token)).hasSize(1);
    }

    private String newSession() throws Exception {
        return json(post(port, "", "", "sessions", "")).path("token").asText();
    }

    private HttpResponse<String> enroll(int at, String token, String key, String name) throws Exception {
        return post(at, token, key, "people", body(name));
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\",\"image\":\"" + photo + "\"}";
    }

    private JsonNode people(String token) throws Exception {
        var request = request(port, "people?scope=session", token).build();
        return json(client.send(request, BodyHandlers.ofString())).path("items");
    }

    private HttpResponse<String> post(int at, String token, String key, String path, String body) throws Exception {
        var request = request(at, path, token).POST(BodyPublishers.ofString(body));
        return client.send(
                (key.isEmpty() ? request : request.header("Idempotency-Key", key)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int at, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + at + "/api/v1/" + path))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Mappers.JSON.readTree(answer.body());
    }
}
