package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code faceline up} without credentials. */
@Tag("slow")
class ServeTest {
    private static final String RECOGNIZE = "/api/v1/recognize";

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static TestClient client;

    @BeforeAll
    static void up() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
        var data = folder.resolve("data");
        pipeline = Pipeline.open(PipelineOptions.lasting(data, Stages.ALL), System.getenv());
        client = TestClient.of(pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port());
        // Through the server, which saves the start of a pipeline.
        var enrolled = CommandLineRun.of(
                "enroll",
                "--data",
                data.toString(),
                "Zoë",
                gallery.resolve("Zoë").toString());
        assertThat(enrolled.exitCode()).as(enrolled.out() + enrolled.err()).isZero();
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void imageAsBody_isRecognisedWithNames() throws Exception {
        var answer = recognize(Files.readAllBytes(TestPhotos.sample(3)));

        answer.expect(200);
        assertThat(people(answer)).containsOnlyOnce("Zoë");
        assertThat(answer.at("/facts/session")).hasSize(64);
    }

    @Test
    void answer_isWhatTheSchemaPromises() throws Exception {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PublicTopic.MATCHES.schema());

        var answer = recognize(Files.readAllBytes(TestPhotos.sample(3)));

        assertThat(schema.validate(answer.text(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(answer.text().replace("\"decision\"", "\"choice\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void imageAsForm_isRecognisedWithNames() throws Exception {
        var answer = client.post(RECOGNIZE, new MultipartForm().files(Files.readAllBytes(TestPhotos.sample(3))));

        answer.expect(200);
        assertThat(people(answer)).containsOnlyOnce("Zoë");
    }

    @Test
    void whatIsNoImage_getsAProblem() throws Exception {
        assertThat(recognize(new byte[0]).problem()).isEqualTo("400 EMPTY_FILE");
        assertThat(recognize("no image".getBytes(StandardCharsets.UTF_8)).problem())
                .isEqualTo("415 UNSUPPORTED_FORMAT");
        assertThat(client.post(RECOGNIZE, new MultipartForm().file("picture", "a.jpg", new byte[] {1}))
                        .problem())
                .isEqualTo("400 NO_IMAGE");
        var photo = Files.readAllBytes(TestPhotos.sample(2));
        assertThat(recognize(Arrays.copyOf(photo, photo.length / 2)).problem()).isEqualTo("422 DAMAGED_IMAGE");
    }

    @Test
    void operators_seeHealthAndMetrics() {
        var health = client.get("/health").expect(200);
        assertThat(health.json().get("ready").asBoolean()).isTrue();
        assertThat(client.get("/metrics").text())
                .contains("faceline_frames_in_total", "faceline_frame_seconds_count", "faceline_stage_seconds_count")
                .contains(
                        "faceline_model{",
                        "faceline_gallery_references",
                        "faceline_live_connections",
                        "kafka_producer",
                        "kafka_stream");
        assertThat(client.get("/").text()).contains("faceline");
        client.get("/nothing").expect(404);
    }

    private static HttpAnswer recognize(byte[] image) {
        return client.post(RECOGNIZE, "image/jpeg", image);
    }

    private static List<String> people(HttpAnswer answer) {
        return answer.json().at("/outcome/value/faces").findValuesAsText("person").stream()
                .filter(name -> !name.equals("null"))
                .filter(name -> !name.contains("-"))
                .toList();
    }
}
