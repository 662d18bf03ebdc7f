package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.networknt.schema.InputFormat;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.broker.InProcessBroker;
import io.faceline.standalone.pipeline.ModelOptions;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.NewSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls every operation of the OpenAPI document on a running server and checks every response against the document, and the
 * resulting records of the topic {@code matches} against their schema. Clients generated from the document read the responses.
 */
@Tag("slow")
@TestMethodOrder(OrderAnnotation.class)
class OpenApiTest {
    private static final String PREFIX = "openapi.";
    private static final String ADMIN = "an admin's long token";
    private static final Pattern KIND = Pattern.compile("\"kind\":\"([a-z-]+)\"");
    private static final int SESSIONS_PER_MINUTE = 30;

    @TempDir
    static Path folder;

    private static InProcessBroker broker;
    private static Pipeline pipeline;
    private static HttpServer server;
    private static DocumentedCalls calls;
    private static TestClient api;
    private static Path portrait;
    private static byte[] woman;
    private static byte[] group;

    @BeforeAll
    static void up() throws Exception {
        var gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
        portrait = gallery.resolve("Zoë/cut-from-sample1.jpg");
        woman = Files.readAllBytes(portrait);
        group = Files.readAllBytes(TestPhotos.sample(3));
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_SESSIONS_PER_MINUTE", Integer.toString(SESSIONS_PER_MINUTE));
        environment.put("FACELINE_TOPIC_PREFIX", PREFIX);
        environment.put("FACELINE_SECRET_KEY", "a long enough text of a key");
        broker = InProcessBroker.start(folder.resolve("kafka"));
        environment.putAll(broker.login().environment());
        var options = new PipelineOptions(
                Optional.empty(), Optional.of(broker.bootstrapServers()), ModelOptions.DEFAULT, Stages.ALL, true);
        pipeline = Pipeline.open(options, environment);
        server = pipeline.serve(HttpSettings.of("127.0.0.1", 0));
        var client = TestClient.of(server.port());
        calls = new DocumentedCalls(client.get("/openapi.json").expect(200).text());
        api = client.withListener(calls::check);
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
    void fieldThatNobodyDocumented_isNoticed() {
        var health = api.get("/health").expect(200).text();
        var session = NewSession.of(api);
        var match = session.post("/api/v1/recognize", "image/jpeg", woman)
                .expect(200)
                .text();

        assertThat(calls.faults("Health", health)).isEmpty();
        assertThat(calls.faults("Health", health.replaceFirst("\\{", "{\"more\":1,")))
                .isNotEmpty();
        assertThat(calls.faults("PhotoAnswer", match)).isEmpty();
        assertThat(calls.faults("PhotoAnswer", match.replaceFirst("\"sharpness\"", "\"more\":1,\"sharpness\"")))
                .isNotEmpty();
    }

    @Test
    void images_inAllForms() throws Exception {
        api.post("/api/v1/recognize", "image/jpeg", group).expect(200);
        api.post("/api/v1/recognize", new MultipartForm().files(Files.readAllBytes(TestPhotos.sample(2))))
                .expect(200);
        api.post("/api/v1/recognize", json(woman)).expect(200);
        api.post("/api/v1/detect", "image/jpeg", group).expect(200);
        api.post("/api/v1/verify", new MultipartForm().files(woman, woman)).expect(200);
    }

    @Test
    void whatIsNoImage_getsADocumentedProblem() {
        api.post("/api/v1/recognize", "image/jpeg", new byte[0]).expect(400);
        api.post("/api/v1/verify", new MultipartForm().files(woman)).expect(400);
        api.post("/api/v1/recognize", "{").expect(400);
        api.post("/api/v1/recognize", "{\"image\":\"%\"}").expect(400);
        api.as("nobody's").post("/api/v1/recognize", "image/jpeg", group).expect(401);
        api.post("/api/v1/recognize", "image/jpeg", group, "Origin", "https://elsewhere.example")
                .expect(403);
        api.post("/api/v1/verify?person=nobody", "image/jpeg", woman).expect(404);
        api.post("/api/v1/detect", "image/jpeg", new byte[HttpSettings.DEFAULT_MAX_BODY_BYTES + 1])
                .expect(413);
        api.post("/api/v1/detect", "image/jpeg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8))
                .expect(415);
        api.post("/api/v1/detect", "image/jpeg", Arrays.copyOf(group, group.length / 2))
                .expect(422);
        api.post("/api/v1/detect", new MultipartForm().files(woman, woman)).expect(422);
    }

    @Test
    void sessions_fromTheirBeginningToTheirEnd() {
        var session = NewSession.of(api);
        api.post("/api/v1/sessions", "{\"cookie\":true}").expect(201);
        api.post("/api/v1/sessions", "{").expect(400);
        api.post("/api/v1/sessions", " ".repeat(2000)).expect(413);
        session.get("/api/v1/session").expect(200);
        api.as(ADMIN).get("/api/v1/session").expect(200);
        api.get("/api/v1/session").expect(401);
        api.delete("/api/v1/session").expect(401);
        session.post("/api/v1/people?name=Zoe", "image/jpeg", woman).expect(201);
        session.delete("/api/v1/session").expect(204);
    }

    @Test
    void people_fromTheirFirstPhotoToTheirDeletion() throws Exception {
        new PeopleCalls(api, ADMIN, woman).fromTheFirstPhotoToTheDeletion();
    }

    @Test
    void wrongChangesOfPeople_getADocumentedProblem() {
        new PeopleCalls(api, ADMIN, woman).wrongChanges();
    }

    @Test
    void people_takenElsewhere() {
        new PeopleCalls(api, ADMIN, woman).elsewhere();
    }

    @Test
    void sameKey_makesNothingTwice() {
        new PeopleCalls(api, ADMIN, woman).twiceWithTheSameKey();
    }

    @Test
    void video_fromItsUploadToItsDeletion() throws Exception {
        new VideoCalls(api, ADMIN).fromTheUploadToTheDeletion();
    }

    @Test
    void wrongVideos_getADocumentedProblem() throws Exception {
        new VideoCalls(api, ADMIN).wrongOnes();
    }

    @Test
    void cameras_fromTheirDefinitionToTheirDeletion() {
        new CameraCalls(api, ADMIN, new CameraTopics(broker.login(), PREFIX), calls).fromTheDefinitionToTheDeletion();
    }

    @Test
    void wrongCameras_getADocumentedProblem() {
        new CameraCalls(api, ADMIN, new CameraTopics(broker.login(), PREFIX), calls).wrongOnes();
    }

    @Test
    void rulesOfAlerts_fromTheirDefinitionToTheirDeletion() {
        var calls = new RuleCalls(api, ADMIN);
        calls.fromTheDefinitionToTheDeletion();
        calls.onAndOffAList(shared());
    }

    private static String shared() {
        return api.as(ADMIN)
                .post("/api/v1/people?scope=shared&name=Guest&allowLookalike=true", "image/jpeg", woman)
                .expect(201)
                .at("/id");
    }

    @Test
    void wrongRulesOfAlerts_getADocumentedProblem() {
        new RuleCalls(api, ADMIN).wrongOnes();
    }

    @Test
    void alerts_fromTheirOpeningToTheirCorrection() {
        try (var topics = new AlertTopics(broker.login(), PREFIX)) {
            new AlertCalls(api, ADMIN, woman, topics, calls).alerts();
        }
    }

    @Test
    void deadLetters_areSentAgain() throws Exception {
        try (var topics = new AlertTopics(broker.login(), PREFIX)) {
            new AlertCalls(api, ADMIN, woman, topics, calls).letters();
        }
    }

    @Test
    void wrongQuestionsAboutAlerts_getADocumentedProblem() {
        try (var topics = new AlertTopics(broker.login(), PREFIX)) {
            new AlertCalls(api, ADMIN, woman, topics, calls).wrongOnes();
        }
    }

    @Test
    void generatedJavaClient_readsAnswersAndProblems() throws Exception {
        var client = new JavaClientCalls(server.port());
        client.enrolledPerson_isRecognized(portrait, TestPhotos.sample(3));
        client.badImage_isAProblem(noImage());
        client.unknownWords_areRead();
    }

    @Test
    void javaOfTheGuide_recognizesAPhoto(@TempDir Path program) throws Exception {
        var example = ClientExample.java(program);

        assertRecognizes(example);
    }

    @Test
    void typeScriptOfTheGuide_recognizesAPhoto_andReadsAProblem(@TempDir Path program) throws Exception {
        var example = ClientExample.typeScript(program);

        assertRecognizes(example);
        assertThat(example.run(address(), portrait.toString(), noImage().toString()))
                .singleElement(STRING)
                .startsWith("UNSUPPORTED_FORMAT: ");
    }

    private static void assertRecognizes(ClientExample example) throws Exception {
        var lines =
                example.run(address(), portrait.toString(), TestPhotos.sample(3).toString());

        assertThat(lines.get(0)).matches("\\d faces in \\d+ × \\d+ pixels");
        assertThat(lines).containsOnlyOnce("Ada match").contains("unknown person unknown");
    }

    private static String address() {
        return "http://127.0.0.1:" + server.port();
    }

    private static Path noImage() throws IOException {
        return Files.writeString(folder.resolve("no-image.jpg"), "no image");
    }

    @Test
    void whatOperatorsAndReadersAskFor() {
        for (var path : List.of(
                "/",
                "/ui/style/base.css",
                "/ui/app/app.js",
                "/ui/style/icons.svg",
                "/api/v1/models",
                "/api/v1/rules",
                "/health",
                "/health/live",
                "/health/ready",
                "/metrics",
                "/openapi.json",
                "/asyncapi.json",
                "/docs",
                "/docs/page.js",
                "/docs/page.css")) {
            api.get(path).expect(200);
        }
        api.get("/docs/nothing").expect(404);
        api.get("/ui/app/nothing.js").expect(404);
    }

    @Test
    @Order(Integer.MAX_VALUE - 2)
    void newSessions_areNotMadeWithoutEnd() {
        var statuses = IntStream.rangeClosed(0, 2 * SESSIONS_PER_MINUTE)
                .map(session -> api.post("/api/v1/sessions", "").status());

        assertThat(statuses.anyMatch(status -> status == 429)).isTrue();
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
        var topic = new MatchesTopic(broker.login(), PREFIX);
        var schema = StrictSchema.of(PublicTopic.MATCHES);
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

    private static String json(byte[] image) {
        return "{\"image\":\"" + Base64.getEncoder().encodeToString(image) + "\"}";
    }
}
