package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
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
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static TestClient server;
    private static TestClient forgetful;
    private static String photo;

    @BeforeAll
    static void up() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder, "woman");
        var bytes = Files.readAllBytes(gallery.resolve("woman").resolve("cut-from-sample1.jpg"));
        photo = Base64.getEncoder().encodeToString(bytes);
        pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), System.getenv());
        server = TestClient.of(pipeline.serve("127.0.0.1", 0).port());
        forgetful = TestClient.of(pipeline.serve("127.0.0.1", 0).port());
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void personIsMadeOnce_howeverOftenAndWhereverItIsAsked() {
        var token = newSession();

        var first = enroll(server, token, "key-1", "Ada");
        var again = enroll(server, token, "key-1", "Ada");
        var elsewhere = enroll(forgetful, token, "key-1", "Ada");

        first.expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header(REPLAYED)).isEqualTo("true");
        assertThat(elsewhere.header(REPLAYED)).isEmpty();
        assertThat(elsewhere.text()).isEqualTo(first.text());
        assertThat(people(token)).hasSize(1);
        assertThat(people(token).path(0).path("photos")).hasSize(1);
    }

    @Test
    void photoIsAddedOnce() {
        var token = newSession();
        var person = enroll(server, token, "key-1", "Ada").at("/id");

        for (var at : List.of(server, server, forgetful)) {
            at.as(token)
                    .with(KEY, "key-2")
                    .post("/api/v1/people/" + person + "/photos", body(""))
                    .expect(201);
        }

        assertThat(people(token).path(0).path("photos")).hasSize(2);
    }

    @Test
    void anotherPersonUnderTheKey_isRefused() {
        var token = newSession();
        enroll(server, token, "key-1", "Ada");

        var other = enroll(server, token, "key-1", "Bob");

        assertThat(other.problem()).isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
        assertThat(people(token)).hasSize(1);
    }

    private static String newSession() {
        return server.post("/api/v1/sessions").at("/token");
    }

    private static HttpAnswer enroll(TestClient at, String token, String key, String name) {
        return at.as(token).with(KEY, key).post("/api/v1/people", body(name));
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\",\"image\":\"" + photo + "\"}";
    }

    private static JsonNode people(String token) {
        return server.as(token).get("/api/v1/people?scope=session").json().path("items");
    }
}
