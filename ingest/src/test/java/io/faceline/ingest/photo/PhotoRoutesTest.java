package io.faceline.ingest.photo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.EnrollmentAnswer;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Rejection;
import io.faceline.contracts.serde.Mappers;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionSecret;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.limits.LimitSettings;
import io.faceline.web.view.MatchView;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The photo routes over HTTP; the test plays everything behind the sender. */
class PhotoRoutesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ADMIN = "an admin's long token";
    private static final Point POINT = new Point(0.5, 0.5);
    private static final Face FACE = new Face(
            0,
            new BoundingBox(0.25, 0.25, 0.5, 0.5),
            new Landmarks(POINT, POINT, POINT, POINT, POINT),
            0.9,
            new Quality(1, 100, 1, 0.5, 0, 0, 0));
    private static final Outcome<Faces<MatchedFace>> ONE_FACE =
            Outcome.made(new Faces<>(64, 48, List.of(new MatchedFace(FACE, null))));
    private static final byte[] IMAGE = png();

    private final SessionSecret anna = SessionSecret.create();
    private final SessionSecret ben = SessionSecret.create();
    private final Map<String, Person> people = new HashMap<>();
    private final List<Frame> sent = new CopyOnWriteArrayList<>();
    private Function<Frame, Match> pipeline = frame -> match(frame, ONE_FACE, null, null);
    private HttpServer server;

    @BeforeEach
    void start() {
        var access = new Access(new AccessSettings(Optional.of(ADMIN), Duration.ofHours(1)));
        var frames = new FrameRequests(this::send, new PhotoReader(ImageLimits.DEFAULT), Runnable::run);
        Function<String, Optional<Person>> find = id -> Optional.ofNullable(people.get(id));
        var known = new KnownPeople(find, access);
        var sessions = new SessionResolver(access);
        var callers = new CallerKeys(access, LimitSettings.from(new Settings(Map.of())));
        var taken = new ImageAdmission(callers, new FairScheduler(64, Duration.ofSeconds(30), Runnable::run), frames);
        server = new HttpServer(
                HttpSettings.of("127.0.0.1", 0),
                List.of(),
                new SimpleMeterRegistry(),
                List.of(
                        new RecognizeRoutes(sessions, frames, taken, new MatchView(find)),
                        new VerifyRoutes(sessions, frames, taken, known),
                        new EnrollRoutes(access, frames, taken, known, find)));
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private CompletableFuture<Match> send(Lane lane, Frame frame) {
        assertThat(lane).isEqualTo(Lane.LIVE);
        sent.add(frame);
        try {
            return CompletableFuture.completedFuture(pipeline.apply(frame));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e.getCause() == null ? e : e.getCause());
        }
    }

    @Test
    void image_isTakenInEachForm() throws Exception {
        var base64 = Base64.getEncoder().encodeToString(IMAGE);

        assertThat(post("recognize", "image/png", IMAGE).status).isEqualTo(200);
        assertThat(post("recognize", "application/json", json("{\"image\":\"" + base64 + "\"}")).status)
                .isEqualTo(200);
        assertThat(post("recognize", "application/json", json("{\"image\":\"data:image/png;base64," + base64 + "\"}"))
                        .status)
                .isEqualTo(200);
        assertThat(form("recognize", Map.of(), IMAGE).status).isEqualTo(200);
        assertThat(sent).hasSize(4).allMatch(frame -> frame.facts().role() instanceof Role.Probe);
        assertThat(sent.stream().map(frame -> frame.facts().session()).distinct())
                .hasSize(4);
    }

    @Test
    void visitor_isSearchedUnderTheVisitorsSession() throws Exception {
        post("recognize", "image/png", IMAGE, "Authorization", "Bearer " + anna.reveal());
        post("detect", "image/png", IMAGE, "Cookie", "faceline-session=" + anna.reveal());

        assertThat(sent).extracting(frame -> frame.facts().session()).containsOnly(anna.session());
        assertThat(sent.get(1).facts().role()).isEqualTo(new Role.Detect());
    }

    @Test
    void whatIsNoImage_isRefusedAndNeverSent() throws Exception {
        assertThat(post("recognize", "image/png", new byte[0]).code()).isEqualTo("EMPTY_FILE");
        assertThat(post("recognize", "image/png", json("<svg onload='alert(1)'/>")).status)
                .isEqualTo(415);
        assertThat(post("recognize", "application/json", json("[]")).code()).isEqualTo("BAD_JSON");
        assertThat(post("recognize", "application/json", json("{\"image\":\"*\"}")).status)
                .isEqualTo(400);
        assertThat(form("recognize", Map.of()).code()).isEqualTo("NO_IMAGE");
        assertThat(form("recognize", Map.of(), IMAGE, IMAGE).code()).isEqualTo("TOO_MANY_IMAGES");
        assertThat(sent).isEmpty();
    }

    @Test
    void frameWithoutAnswer_isAClearProblem() throws Exception {
        pipeline = frame -> {
            throw new IllegalStateException(new TimeoutException());
        };
        assertThat(post("recognize", "image/png", IMAGE).status).isEqualTo(504);

        pipeline = frame -> {
            throw new IllegalStateException(new FrameLostException("a stage could not work on it"));
        };
        var lost = post("recognize", "image/png", IMAGE);
        assertThat(lost.status).isEqualTo(502);
        assertThat(lost.code()).isEqualTo("FRAME_LOST");
    }

    @Test
    void twoImages_nameEachOther_andAreCompared() throws Exception {
        pipeline = frame -> {
            var other = ((Role.VerifyFrame) frame.facts().role()).other();
            var isSecond = sent.size() == 2;
            return match(
                    frame, ONE_FACE, null, isSecond ? new VerificationAnswer(other, null, 0.7, Decision.MATCH) : null);
        };

        var answer = form("verify", Map.of(), IMAGE, IMAGE);

        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.json.path("isSame").asBoolean()).isTrue();
        assertThat(answer.json.path("similarity").asDouble()).isEqualTo(0.7);
        assertThat(answer.json.path("threshold").asDouble()).isEqualTo(0.41);
        assertThat(answer.json.path("faces")).hasSize(2);
        assertThat(((Role.VerifyFrame) sent.get(0).facts().role()).other())
                .isEqualTo(sent.get(1).facts().id());
        assertThat(sent.get(0).facts().session()).isEqualTo(sent.get(1).facts().session());
    }

    @Test
    void comparison_needsAFace() throws Exception {
        pipeline = frame -> match(
                frame,
                Outcome.made(new Faces<>(64, 48, List.of())),
                null,
                new VerificationAnswer(new FrameId("a/0"), null, null, Decision.UNKNOWN));

        assertThat(form("verify", Map.of(), IMAGE, IMAGE).code()).isEqualTo("NO_FACE");
        assertThat(form("verify", Map.of(), IMAGE).code()).isEqualTo("NO_IMAGE");
    }

    @Test
    void othersPerson_isNobody() throws Exception {
        var person = person("p1", anna.session());
        pipeline = frame -> match(frame, ONE_FACE, null, new VerificationAnswer(null, person, 0.1, Decision.UNKNOWN));

        assertThat(form("verify", Map.of("person", "p1"), List.of(IMAGE), bearer(ben))
                        .code())
                .isEqualTo("NO_SUCH_PERSON");
        assertThat(form("people/p1/photos", Map.of(), List.of(IMAGE), bearer(ben)).status)
                .isEqualTo(404);
        assertThat(form("verify", Map.of("person", "p1"), List.of(IMAGE)).status)
                .isEqualTo(404);
        assertThat(form("people/p1/photos", Map.of(), List.of(IMAGE), "Authorization", "Bearer " + ADMIN)
                        .code())
                .isEqualTo("OTHER_SESSION");
        assertThat(sent).isEmpty();

        var own = form("verify", Map.of("person", "p1"), List.of(IMAGE), bearer(anna));
        assertThat(own.json.path("isSame").asBoolean(true)).isFalse();
        assertThat(sent.get(0).facts().role()).isEqualTo(new Role.VerifyPerson(person));
    }

    @Test
    void person_isAddedToTheVisitorsOwn() throws Exception {
        pipeline = PhotoRoutesTest::accepted;

        var answer = form("people", Map.of("name", " Zoë 🙂 "), List.of(IMAGE, IMAGE), bearer(anna));

        assertThat(answer.status).isEqualTo(201);
        assertThat(answer.json.path("name").asText()).isEqualTo("Zoë 🙂");
        assertThat(answer.json.path("scope").asText()).isEqualTo("session");
        assertThat(answer.json.path("photos")).hasSize(2).allMatch(photo -> photo.path("isAccepted")
                .asBoolean());
        assertThat(answer.location)
                .hasValue("/api/v1/people/" + answer.json.path("id").asText());
        assertThat(sent).allMatch(frame -> frame.facts().session().equals(anna.session()));
    }

    @Test
    void refusedPhotos_areToldWithTheirReasons() throws Exception {
        pipeline = frame -> match(
                frame,
                ONE_FACE,
                EnrollmentAnswer.rejected(personOf(frame), List.of(Rejection.LOW_SHARPNESS, Rejection.SMALL_FACE)),
                null);

        var answer = form("people", Map.of("name", "Ada"), List.of(IMAGE), bearer(anna));

        assertThat(answer.status).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("NOT_ENROLLED");
        assertThat(answer.json.path("detail").asText())
                .contains("LOW_SHARPNESS, SMALL_FACE")
                .doesNotContain("Ada");
    }

    @Test
    void sharedGallery_isTheAdmins() throws Exception {
        pipeline = PhotoRoutesTest::accepted;
        var shared = Map.of("name", "Ada", "scope", "shared");

        assertThat(form("people", shared, List.of(IMAGE), bearer(anna)).code()).isEqualTo("ADMIN_ONLY");
        assertThat(form("people", shared, List.of(IMAGE)).status).isEqualTo(403);
        assertThat(form("people", Map.of("name", "Ada"), List.of(IMAGE)).code()).isEqualTo("NO_SESSION");
        assertThat(sent).isEmpty();

        var added = form("people", shared, List.of(IMAGE), "Authorization", "Bearer " + ADMIN);
        assertThat(added.json.path("scope").asText()).isEqualTo("shared");
        assertThat(sent.get(0).facts().session()).isEqualTo(SessionId.SHARED);

        post("recognize", "image/png", IMAGE);
        assertThat(sent.get(1).facts().minGalleryVersion()).isEqualTo(7);
    }

    @Test
    void names_areOneLineOfAnyWriting() throws Exception {
        pipeline = PhotoRoutesTest::accepted;

        for (var name :
                List.of("x".repeat(200), "🙂".repeat(200), "<script>alert(1)</script>", "علي", "O'Neill & \"co\"")) {
            var answer = form("people", Map.of("name", name), List.of(IMAGE), bearer(anna));
            assertThat(answer.json.path("name").asText()).isEqualTo(name);
        }
        for (var name : List.of("", "  ", "x".repeat(201), "a\nb", "a\u202Eb", "a\u0000b")) {
            assertThat(form("people", Map.of("name", name), List.of(IMAGE), bearer(anna))
                            .code())
                    .isEqualTo("BAD_NAME");
        }
    }

    private PersonId person(String id, SessionId session) {
        var person = new PersonId(id);
        people.put(id, new Person(person, "Ada", session, List.of(), null, false, Instant.EPOCH));
        return person;
    }

    private static PersonId personOf(Frame frame) {
        return ((Role.Enrollment) frame.facts().role()).person();
    }

    private static Match accepted(Frame frame) {
        if (!(frame.facts().role() instanceof Role.Enrollment)) {
            return match(frame, ONE_FACE, null, null);
        }
        var reference = new ReferenceId(frame.facts().id().value().replace('/', '-'));
        return match(frame, ONE_FACE, EnrollmentAnswer.accepted(personOf(frame), reference), null);
    }

    private static Match match(
            Frame frame,
            Outcome<Faces<MatchedFace>> outcome,
            EnrollmentAnswer enrollment,
            VerificationAnswer verification) {
        return new Match(
                frame.facts(),
                outcome,
                "model",
                new Thresholds(0.49, 0.4, 0.05, 0.41),
                7,
                Instant.EPOCH,
                enrollment,
                verification);
    }

    private record Answer(int status, JsonNode json, Optional<String> location) {
        String code() {
            return json.path("code").asText();
        }
    }

    private static String[] bearer(SessionSecret secret) {
        return new String[] {"Authorization", "Bearer " + secret.reveal()};
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Answer form(String path, Map<String, String> fields, byte[]... images) throws Exception {
        return form(path, fields, List.of(images));
    }

    private Answer form(String path, Map<String, String> fields, List<byte[]> images, String... headers)
            throws Exception {
        var body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.writeBytes(json("--part\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                    + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + field.getValue() + "\r\n"));
        }
        for (var image : images) {
            body.writeBytes(json("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                    + "Content-Type: image/png\r\n\r\n"));
            body.writeBytes(image);
            body.writeBytes(json("\r\n"));
        }
        body.writeBytes(json("--part--\r\n"));
        return post(path, "multipart/form-data; boundary=part", body.toByteArray(), headers);
    }

    private Answer post(String path, String type, byte[] body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/" + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                Mappers.JSON.readTree(response.body()),
                response.headers().firstValue("Location"));
    }

    private static byte[] png() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
