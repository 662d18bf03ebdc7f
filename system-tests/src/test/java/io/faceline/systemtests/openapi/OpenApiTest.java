package io.faceline.systemtests.openapi;

import static io.faceline.systemtests.openapi.ApiClient.FORM;
import static io.faceline.systemtests.openapi.ApiClient.JPEG;
import static io.faceline.systemtests.openapi.ApiClient.NOBODY;
import static io.faceline.systemtests.openapi.ApiClient.form;
import static io.faceline.systemtests.openapi.ApiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.standalone.broker.InProcessBroker;
import io.faceline.standalone.pipeline.ModelOptions;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls every operation of the OpenAPI document on a running server and checks every response against the document, and the
 * resulting records of the topic {@code matches} against their schema.
 */
@TestMethodOrder(OrderAnnotation.class)
class OpenApiTest {
    private static final String ADMIN = "an admin's long token";
    private static final Pattern KIND = Pattern.compile("\"kind\":\"([a-z-]+)\"");
    private static final int SESSIONS_PER_MINUTE = 30;

    @TempDir
    static Path folder;

    private static InProcessBroker broker;
    private static Pipeline pipeline;
    private static HttpServer server;
    private static DocumentedCalls calls;
    private static ApiClient api;
    private static byte[] woman;
    private static byte[] group;

    @BeforeAll
    static void up() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
        woman = Files.readAllBytes(gallery.resolve("Zoë/cut-from-sample1.jpg"));
        group = Files.readAllBytes(TestPhotos.sample(3));
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_SESSIONS_PER_MINUTE", Integer.toString(SESSIONS_PER_MINUTE));
        broker = InProcessBroker.start(folder.resolve("kafka"));
        var options = new PipelineOptions(
                Optional.empty(), Optional.of(broker.bootstrapServers()), ModelOptions.DEFAULT, Stages.ALL);
        pipeline = Pipeline.open(options, environment);
        server = pipeline.serve(HttpSettings.of("127.0.0.1", 0));
        var address = "http://localhost:" + server.port();
        calls = new DocumentedCalls(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/openapi.json"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        api = new ApiClient(address, calls);
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void routesOfTheServer_areThoseOfTheDocument() {
        var routes = server.routes().stream()
                .filter(route -> !route.startsWith("WEBSOCKET "))
                .map(route -> route.replace('<', '{').replace('>', '}'))
                .toList();

        assertThat(routes).containsExactlyInAnyOrderElementsOf(calls.documented());
    }

    @Test
    void fieldThatNobodyDocumented_isNoticed() throws Exception {
        var health = api.get(200, NOBODY, "/health").text();
        var session = api.newSession();
        var match = api.post(200, session, "/api/v1/recognize", JPEG, woman).text();

        assertThat(calls.faults("Health", health)).isEmpty();
        assertThat(calls.faults("Health", health.replaceFirst("\\{", "{\"more\":1,")))
                .isNotEmpty();
        assertThat(calls.faults("Match", match)).isEmpty();
        assertThat(calls.faults("Match", match.replaceFirst("\"sharpness\"", "\"more\":1,\"sharpness\"")))
                .isNotEmpty();
    }

    @Test
    void images_inAllForms() throws Exception {
        api.post(200, NOBODY, "/api/v1/recognize", JPEG, group);
        api.post(200, NOBODY, "/api/v1/recognize", FORM, form(Files.readAllBytes(TestPhotos.sample(2))));
        api.post(200, NOBODY, "/api/v1/recognize", json(woman));
        api.post(200, NOBODY, "/api/v1/detect", JPEG, group);
        api.post(200, NOBODY, "/api/v1/verify", FORM, form(woman, woman));
    }

    @Test
    void whatIsNoImage_getsADocumentedProblem() throws Exception {
        api.post(400, NOBODY, "/api/v1/recognize", JPEG, new byte[0]);
        api.post(400, NOBODY, "/api/v1/verify", FORM, form(woman));
        api.post(400, NOBODY, "/api/v1/recognize", "{");
        api.post(400, NOBODY, "/api/v1/recognize", "{\"image\":\"%\"}");
        api.post(401, "nobody's", "/api/v1/recognize", JPEG, group);
        api.post(403, NOBODY, "/api/v1/recognize", JPEG, group, "Origin", "https://elsewhere.example");
        api.post(404, NOBODY, "/api/v1/verify?person=nobody", JPEG, woman);
        api.post(413, NOBODY, "/api/v1/detect", JPEG, new byte[HttpSettings.DEFAULT_MAX_BODY_BYTES + 1]);
        api.post(415, NOBODY, "/api/v1/detect", JPEG, "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        api.post(422, NOBODY, "/api/v1/detect", JPEG, Arrays.copyOf(group, group.length / 2));
        api.post(422, NOBODY, "/api/v1/detect", FORM, form(woman, woman));
    }

    @Test
    void sessions_fromTheirBeginningToTheirEnd() throws Exception {
        var token = api.newSession();
        api.post(201, NOBODY, "/api/v1/sessions", "{\"cookie\":true}");
        api.post(400, NOBODY, "/api/v1/sessions", "{");
        api.post(413, NOBODY, "/api/v1/sessions", " ".repeat(2000));
        api.get(200, token, "/api/v1/session");
        api.get(200, ADMIN, "/api/v1/session");
        api.get(401, NOBODY, "/api/v1/session");
        api.delete(401, NOBODY, "/api/v1/session");
        api.post(201, token, "/api/v1/people?name=Zoe", JPEG, woman);
        api.delete(204, token, "/api/v1/session");
    }

    @Test
    void people_fromTheirFirstPhotoToTheirDeletion() throws Exception {
        new CallsOfPeople(api, ADMIN, woman).fromTheFirstPhotoToTheDeletion();
    }

    @Test
    void wrongChangesOfPeople_getADocumentedProblem() throws Exception {
        new CallsOfPeople(api, ADMIN, woman).wrongChanges();
    }

    @Test
    void people_takenElsewhere() throws Exception {
        new CallsOfPeople(api, ADMIN, woman).elsewhere();
    }

    @Test
    void sameKey_makesNothingTwice() throws Exception {
        new CallsOfPeople(api, ADMIN, woman).twiceWithTheSameKey();
    }

    @Test
    void video_fromItsUploadToItsDeletion() throws Exception {
        new CallsOfVideos(api, ADMIN).fromTheUploadToTheDeletion();
    }

    @Test
    void wrongVideos_getADocumentedProblem() throws Exception {
        new CallsOfVideos(api, ADMIN).wrongOnes();
    }

    @Test
    void whatOperatorsAndReadersAskFor() throws Exception {
        for (var path : List.of(
                "/",
                "/ui/style/base.css",
                "/ui/app/app.js",
                "/ui/style/icons.svg",
                "/api/v1/models",
                "/health",
                "/metrics",
                "/openapi.json",
                "/docs",
                "/docs/page.js",
                "/docs/page.css")) {
            api.get(200, NOBODY, path);
        }
        api.get(404, NOBODY, "/docs/nothing");
        api.get(404, NOBODY, "/ui/app/nothing.js");
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void newSessions_areNotMadeWithoutEnd() throws Exception {
        var made = 0;
        while (made <= SESSIONS_PER_MINUTE
                && api.post(NOBODY, "/api/v1/sessions", "").status() == 201) {
            made++;
        }
        api.post(429, NOBODY, "/api/v1/sessions", "");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void noOperation_isLeftUncalled() {
        TestPhotos.shared("video/hamilton.mp4");

        assertThat(calls.succeeded()).containsExactlyInAnyOrderElementsOf(calls.documented());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void recordsOfTheTopic_areWhatTheirSchemaPromises_andNoMore() throws Exception {
        var topic = new MatchesTopic(broker.bootstrapServers());
        var schema =
                StrictSchema.of(Path.of(System.getProperty("faceline.root"), "docs/reference/matches.schema.json"));
        topic.lose(Outcome.dropped(DropReason.CANCELLED));
        topic.lose(Outcome.failed(FailureCode.DAMAGED_IMAGE, "the image cannot be decoded: send another"));

        var records = topic.records();

        assertThat(records).allSatisfy(record -> assertThat(schema.validate(record, InputFormat.JSON))
                .as(record)
                .isEmpty());
        assertThat(records.stream()
                        .flatMap(record -> KIND.matcher(record).results().map(found -> found.group(1))))
                .contains(
                        "probe", "detect", "verify-frame", "verify-person", "enrollment", "made", "dropped", "failed");
        assertThat(schema.validate(records.get(0).replaceFirst("\\{", "{\"name\":\"Zoë\","), InputFormat.JSON))
                .isNotEmpty();
    }
}
