package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faceline up} without credentials. */
class ServeTest {
    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static String address;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void up() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
        var data = folder.resolve("data");
        var enrolled = CommandLineRun.of(
                "enroll",
                "--data",
                data.toString(),
                "Zoë",
                gallery.resolve("Zoë").toString());
        assertThat(enrolled.exitCode()).as(enrolled.out() + enrolled.err()).isZero();
        pipeline = Pipeline.open(PipelineOptions.lasting(data, Stages.ALL), System.getenv());
        address = "http://localhost:"
                + pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port();
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void imageAsBody_isRecognisedWithNames() throws Exception {
        var answer = post("image/jpeg", Files.readAllBytes(TestPhotos.sample(3)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(people(answer)).containsOnlyOnce("Zoë");
        assertThat(json(answer).path("facts").path("session").asText()).hasSize(64);
    }

    @Test
    void answer_isWhatTheSchemaPromises() throws Exception {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(
                        Path.of(System.getProperty("faceline.root"), "docs/reference/matches.schema.json")));

        var answer = post("image/jpeg", Files.readAllBytes(TestPhotos.sample(3)));

        assertThat(schema.validate(answer.body(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(answer.body().replace("\"match\"", "\"maybe\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void imageAsForm_isRecognisedWithNames() throws Exception {
        var answer = post("multipart/form-data; boundary=xx", form("file", Files.readAllBytes(TestPhotos.sample(3))));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(people(answer)).containsOnlyOnce("Zoë");
    }

    @Test
    void whatIsNoImage_getsAProblem() throws Exception {
        assertThat(problem(post("image/jpeg", new byte[0]))).isEqualTo("400 EMPTY_FILE");
        assertThat(problem(post("image/jpeg", "no image".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("415 UNSUPPORTED_FORMAT");
        assertThat(problem(post("multipart/form-data; boundary=xx", form("picture", new byte[] {1}))))
                .isEqualTo("400 NO_IMAGE");
        var photo = Files.readAllBytes(TestPhotos.sample(2));
        assertThat(problem(post("image/jpeg", Arrays.copyOf(photo, photo.length / 2))))
                .isEqualTo("422 DAMAGED_IMAGE");
    }

    @Test
    void operators_seeHealthAndMetrics() throws Exception {
        var health = get("/health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(json(health).get("ready").asBoolean()).isTrue();
        assertThat(get("/metrics").body())
                .contains("faceline_frames_in_total", "faceline_frame_seconds_count", "faceline_stage_seconds_count")
                .contains(
                        "faceline_model{",
                        "faceline_gallery_references",
                        "faceline_live_connections",
                        "kafka_producer",
                        "kafka_stream");
        assertThat(get("/").body()).contains("faceline");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> post(String type, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/recognize"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    private static byte[] form(String part, byte[] image) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--xx\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(image);
        body.write("\r\n--xx--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static List<String> people(HttpResponse<String> answer) throws IOException {
        return json(answer).path("outcome").path("value").path("faces").findValuesAsText("person").stream()
                .filter(name -> !name.equals("null"))
                .filter(name -> !name.contains("-"))
                .toList();
    }

    private static String problem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        return answer.statusCode() + " " + json(answer).get("code").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Mappers.JSON.readTree(answer.body());
    }
}
