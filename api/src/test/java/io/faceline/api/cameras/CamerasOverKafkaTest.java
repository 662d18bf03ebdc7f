package io.faceline.api.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.api.TestAnswers;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Cameras through real topics. */
@Tag("slow")
class CamerasOverKafkaTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADMIN = "an admin's long token";
    private static final String KEY_TEXT = SessionKey.newText();
    private static final String VISITOR = SessionKey.parse(KEY_TEXT).create().reveal();
    private static final String CAMERAS = "/api/v1/cameras";
    private static final String DOOR = CAMERAS + "/door";
    private static final String NEW = "{\"name\":\"Door\",\"address\":\"rtsp://10.0.0.7/x\"}";

    @TempDir
    private Path folder;

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 4));
    private final TestCameras topics = new TestCameras(kafka);
    private Api api;
    private TestServer server;
    private TestClient admin;

    @BeforeEach
    void start() {
        topics.put(PersonBuilder.person("lin", "Lin").session(SessionId.SHARED).build());
        open(Map.of("FACELINE_SECRET_KEY", "a long enough text"));
    }

    private void open(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("FACELINE_ADMIN_TOKEN", ADMIN);
        settings.put("FACELINE_SESSION_KEY", KEY_TEXT);
        api = new Api(ApiSettings.from(new Settings(settings)), kafka);
        api.start();
        server = new TestServer(api.routes());
        admin = server.client().as(ADMIN);
        await().atMost(SOON).until(() -> api.health().ready());
    }

    private void reopen(Map<String, String> settings) {
        server.close();
        api.close();
        open(settings);
    }

    @AfterEach
    void close() {
        server.close();
        api.close();
        topics.close();
    }

    private static JsonNode awaitAt(TestClient client, String path, String pointer, String expected) {
        await().atMost(SOON).until(() -> client.get(path).at(pointer).equals(expected));
        return client.get(path).json();
    }

    private void see(String camera, Instant from, int frames) {
        for (var i = 0; i < frames; i++) {
            topics.frame(camera, from.plusMillis(200L * i), i, TestAnswers.match(0, 2, "lin"));
        }
    }

    @Test
    void camera_isCreatedChangedTriedAndDeleted() {
        var created = admin.post(CAMERAS, NEW).expect(201);
        assertThat(created.header("Location")).isEqualTo(DOOR);
        assertThat(created.at("/origin")).isEqualTo("API");
        assertThat(created.json().path("signIn").isNull()).isTrue();
        assertThat(admin.post(CAMERAS, NEW).problem()).isEqualTo("409 CAMERA_EXISTS");
        assertThat(admin.post(CAMERAS, NEW.replace("Door", "attic")).status()).isEqualTo(201);

        assertThat(admin.get(CAMERAS).json().at("/cameras").findValuesAsText("id"))
                .containsExactly("attic", "door");

        var changed = admin.patch(DOOR, "{\"rotate\":90,\"enabled\":false}").expect(200);
        assertThat(changed.json().path("rotate").asInt()).isEqualTo(90);
        assertThat(admin.patch(DOOR, "{\"rotate\":45}").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(admin.patch(DOOR, "{\"rotate\":90}").at("/changedAt")).isEqualTo(changed.at("/changedAt"));

        assertThat(admin.post(DOOR + "/try").status()).isEqualTo(202);
        assertThat(admin.get(DOOR).at("/changedAt")).isGreaterThan(changed.at("/changedAt"));

        assertThat(admin.delete(DOOR).status()).isEqualTo(204);
        assertThat(admin.get(DOOR).problem()).isEqualTo("404 NO_SUCH_CAMERA");
        assertThat(admin.delete(DOOR).problem()).isEqualTo("404 NO_SUCH_CAMERA");
        assertThat(admin.get(CAMERAS + "/No%20id").problem()).isEqualTo("404 NO_SUCH_CAMERA");
    }

    @Test
    void cameras_areBounded() {
        reopen(Map.of("FACELINE_MAX_CAMERAS", "1"));
        admin.post(CAMERAS, NEW).expect(201);

        assertThat(admin.post(CAMERAS, NEW.replace("Door", "Attic")).problem()).isEqualTo("409 TOO_MANY_CAMERAS");
        assertThat(admin.post(CAMERAS, "{\"name\":\"" + "x".repeat(70_000) + "\"}")
                        .problem())
                .isEqualTo("413 TOO_MANY_BYTES");
    }

    @Test
    void credentials_needTheKey() {
        var withPassword = NEW.replace("rtsp://", "rtsp://admin:secret@");
        assertThat(admin.post(CAMERAS, withPassword)
                        .expect(201)
                        .json()
                        .at("/signIn")
                        .toString())
                .isEqualTo("{\"secret\":null,\"stored\":true}");

        reopen(Map.of("FACELINE_SECRET_KEY", "another long enough text"));
        assertThat(admin.post(DOOR + "/try").problem()).isEqualTo("409 NO_SECRET_KEY");

        reopen(Map.of());
        assertThat(admin.post(CAMERAS, withPassword.replace("Door", "Attic")).problem())
                .isEqualTo("409 NO_SECRET_KEY");
        assertThat(admin.patch(DOOR, "{\"secret\":\"DOOR\"}")
                        .json()
                        .at("/signIn/secret")
                        .asText())
                .isEqualTo("DOOR");
    }

    @Test
    void routes_areTheAdmins() {
        admin.post(CAMERAS, NEW).expect(201);
        topics.preview("door", Instant.now());
        await().atMost(SOON).until(() -> admin.get(DOOR + "/latest.jpg").status() == 200);

        for (var other : List.of(server.client(), server.client().as(VISITOR))) {
            for (var path : List.of(
                    CAMERAS, DOOR, DOOR + "/latest.jpg", DOOR + "/tracks", CAMERAS + "/events", CAMERAS + "/none")) {
                assertThat(other.get(path).problem()).as(path).isEqualTo("403 ADMIN_ONLY");
            }
            requireNoChange(other);
        }
        assertThat(server.client().as("some other text").get(CAMERAS).problem()).isEqualTo("401 BAD_TOKEN");
    }

    private static void requireNoChange(TestClient other) {
        for (var answer : List.of(
                other.post(CAMERAS, NEW),
                other.patch(DOOR, "{\"enabled\":false}"),
                other.post(DOOR + "/try"),
                other.delete(DOOR))) {
            assertThat(answer.problem()).isEqualTo("403 ADMIN_ONLY");
        }
    }

    @Test
    void openCameras_areSeenByAll_withoutAddresses_andChangedByNobodyElse() {
        reopen(Map.of("FACELINE_CAMERAS_OPEN", "true", "FACELINE_SHARED_GALLERY", "private"));
        admin.post(CAMERAS, NEW.replace("}", ",\"secret\":\"DOOR\",\"substream\":\"rtsp://10.0.0.7/y\"}"))
                .expect(201);
        topics.state("door", CameraCondition.UNREACHABLE);
        topics.preview("door", Instant.now());
        see("door", Instant.now(), 3);
        awaitAt(admin, DOOR, "/state/condition", "UNREACHABLE");
        await().atMost(SOON).until(() -> admin.get(DOOR + "/latest.jpg").status() == 200);
        awaitAt(admin, DOOR + "/tracks", "/tracks/0/person/name", "Lin");

        for (var other : List.of(server.client(), server.client().as(VISITOR))) {
            assertThat(other.get(CAMERAS).expect(200).text()).doesNotContain("10.0.0.7", "DOOR", "ingest-1");
            assertThat(other.get(DOOR).at("/state/condition")).isEqualTo("UNREACHABLE");
            assertThat(other.get(DOOR + "/latest.jpg").status()).isEqualTo(200);
            assertThat(other.get(DOOR + "/tracks").at("/tracks/0/decision")).isEqualTo("match");
            try (var events = TestEvents.open(other, CAMERAS + "/events")) {
                assertThat(events.await("camera", 1).get(0).data().toString()).doesNotContain("10.0.0.7");
            }
            requireNoChange(other);
        }
    }

    @Test
    void state_isShown_untilTheCameraIsDeleted() {
        admin.post(CAMERAS, NEW).expect(201);
        assertThat(admin.get(DOOR).json().path("state").isNull()).isTrue();
        topics.state("door", CameraCondition.LIVE);

        var state = awaitAt(admin, DOOR, "/state/condition", "LIVE").path("state");
        assertThat(state.path("isCurrent").asBoolean()).isTrue();
        assertThat(state.path("reason").asText()).contains("10.0.0.7");
        assertThat(state.has("camera")).isFalse();

        admin.delete(DOOR).expect(204);
        admin.post(CAMERAS, NEW).expect(201);
        assertThat(admin.get(DOOR).json().path("state").isNull()).isTrue();
        reopen(Map.of());
        assertThat(admin.get(DOOR).json().path("state").isNull()).isTrue();
    }

    @Test
    void latestPicture_hasItsAge_andIsRefusedWhenItIsOld() {
        admin.post(CAMERAS, NEW).expect(201);
        assertThat(admin.get(DOOR + "/latest.jpg").problem()).isEqualTo("503 PICTURE_TOO_OLD");
        topics.preview("door", Instant.now().minusSeconds(60));

        await().atMost(SOON)
                .until(() -> admin.get(DOOR + "/latest.jpg?maxAge=600").status() == 200);
        var picture = admin.get(DOOR + "/latest.jpg?maxAge=600");
        assertThat(picture.body()).isEqualTo(TestCameras.JPEG);
        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
        assertThat(Integer.parseInt(picture.header("Age"))).isBetween(60, 80);
        assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Instant.parse(picture.header("X-Captured-At"))).isBefore(Instant.now());
        assertThat(picture.header("Last-Modified")).endsWith("GMT");
        assertThat(admin.get(DOOR).at("/preview/frame")).isEqualTo("door/1-1");
        assertThat(admin.get(DOOR + "/latest.jpg").problem()).isEqualTo("503 PICTURE_TOO_OLD");
        assertThat(admin.get(DOOR + "/latest.jpg?maxAge=soon").problem()).isEqualTo("400 BAD_REQUEST");

        // A camera that is off must not look alive.
        admin.patch(DOOR, "{\"enabled\":false}").expect(200);
        assertThat(admin.get(DOOR).json().path("preview").isNull()).isTrue();
        assertThat(admin.get(DOOR + "/latest.jpg?maxAge=600").problem()).isEqualTo("503 PICTURE_TOO_OLD");
    }

    @Test
    void tracks_areOfTheCamera_andOfPeopleWhoAreThere() {
        admin.post(CAMERAS, NEW.replace("}", ",\"retentionHours\":1}")).expect(201);
        see("door", Instant.now(), 3);
        // A visitor's live source with the name of the camera.
        topics.frame(new SessionId("visitor"), "door", Instant.now(), 9, TestAnswers.match(0, 7, "lin"));

        var tracks =
                awaitAt(admin, DOOR + "/tracks", "/tracks/0/person/name", "Lin").path("tracks");
        assertThat(tracks).hasSize(1);
        assertThat(tracks.at("/0/isOpen").asBoolean()).isTrue();
        assertThat(tracks.at("/0/similarity").asDouble()).isEqualTo(0.6);

        topics.put(Person.deleted(new PersonId("lin"), SessionId.SHARED, Instant.now()));
        awaitAt(admin, DOOR + "/tracks", "/tracks/0/person", "null");
        assertThat(admin.get(DOOR + "/tracks").text()).doesNotContain("Lin");

        admin.delete(DOOR).expect(204);
        assertThat(admin.get(DOOR + "/tracks").problem()).isEqualTo("404 NO_SUCH_CAMERA");
        admin.post(CAMERAS, NEW).expect(201);
        assertThat(admin.get(DOOR + "/tracks").json().path("tracks")).isEmpty();
        reopen(Map.of());
        assertThat(admin.get(DOOR + "/tracks").json().path("tracks")).isEmpty();
    }

    @Test
    void tracks_areNotOlderThanTheRetention() {
        admin.post(CAMERAS, NEW.replace("}", ",\"retentionHours\":1}")).expect(201);
        admin.post(CAMERAS, NEW.replace("Door", "Yard")).expect(201);
        see("door", Instant.now().minus(Duration.ofHours(2)), 1);
        see("yard", Instant.now(), 1);

        await().atMost(SOON).until(() -> !admin.get(CAMERAS + "/yard/tracks")
                .json()
                .path("tracks")
                .isEmpty());
        assertThat(admin.get(DOOR + "/tracks").json().path("tracks")).isEmpty();
        assertThat(admin.get(DOOR + "/tracks?limit=101").problem()).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void events_tellEverything_asItComes() {
        admin.post(CAMERAS, NEW).expect(201);
        try (var events = TestEvents.open(admin, CAMERAS + "/events")) {
            assertThat(events.await("camera", 1).get(0).data().path("id").asText())
                    .isEqualTo("door");

            admin.post(CAMERAS, NEW.replace("Door", "Yard")).expect(201);
            assertThat(events.await("camera", 2).get(1).data().path("name").asText())
                    .isEqualTo("Yard");
            topics.state("door", CameraCondition.LIVE);
            assertThat(events.await("camera", 3)
                            .get(2)
                            .data()
                            .at("/state/condition")
                            .asText())
                    .isEqualTo("LIVE");
            topics.preview("door", Instant.now());
            assertThat(events.await("preview", 1).get(0).data().toString())
                    .contains("\"camera\":\"door\"", "\"width\":320");

            var now = Instant.now();
            topics.frame("door", now, 0, TestAnswers.match(0, 2, "lin"));
            var faces = events.await("faces", 1).get(0).data();
            assertThat(faces.at("/faces/0/person/name").asText()).isEqualTo("Lin");
            assertThat(faces.at("/faces/0/box/x").asDouble()).isEqualTo(0.2);
            assertThat(faces.at("/faces/0/track/number").asInt()).isEqualTo(1);
            var track = events.await("track", 1).get(0).data();
            assertThat(track.path("camera").asText()).isEqualTo("door");
            assertThat(track.path("decision").asText()).isEqualTo("match");

            topics.frame("door", now.plusMillis(200), 1);
            topics.frame("door", now.plusMillis(400), 2);
            topics.frame("door", now.plusMillis(600), 3, TestAnswers.match(0, 2, "lin"));
            assertThat(events.await("faces", 3))
                    .extracting(event -> event.data().path("faces").size())
                    .containsExactly(1, 0, 1);

            admin.delete(DOOR).expect(204);
            assertThat(events.await("deleted", 1).get(0).data().toString()).isEqualTo("{\"camera\":\"door\"}");
        }
    }

    @Test
    void camerasOfTheFile_areReadOnly() throws IOException {
        admin.post(CAMERAS, NEW.replace("Door", "Yard")).expect(201);
        var file = Files.writeString(
                folder.resolve("cameras.yml"), "cameras:\n  door: {address: rtsp://10.0.0.7/x, secret: DOOR}\n");
        reopen(Map.of("FACELINE_CAMERAS_FILE", file.toString()));

        var door = awaitAt(admin, DOOR, "/origin", "FILE");
        assertThat(door.at("/signIn/secret").asText()).isEqualTo("DOOR");
        assertThat(admin.patch(DOOR, "{\"enabled\":false}").problem()).isEqualTo("409 CAMERA_OF_FILE");
        assertThat(admin.delete(DOOR).problem()).isEqualTo("409 CAMERA_OF_FILE");
        assertThat(admin.post(DOOR + "/try").status()).isEqualTo(202);

        Files.writeString(file, "cameras:\n  door: {address: rtsp://admin:Canary7@10.0.0.7/x}\n");
        await().atMost(SOON).until(() -> !api.health().warnings().isEmpty());
        var list = admin.get(CAMERAS);
        assertThat(list.at("/fileProblem")).contains("secret: NAME").doesNotContain("Canary7");
        assertThat(list.json().path("cameras")).hasSize(2);

        Files.writeString(file, "cameras:\n");
        await().atMost(SOON).until(() -> admin.get(DOOR).status() == 404);
        assertThat(admin.get(CAMERAS + "/yard").status()).isEqualTo(200);
        assertThat(list.at("/cameras/0/id")).isEqualTo("door");

        Files.writeString(file, "cameras:\n  door: {address: rtsp://10.0.0.7/x}\n");
        awaitAt(admin, DOOR, "/origin", "FILE");
        // Nobody keeps the file any more.
        reopen(Map.of());
        assertThat(admin.patch(DOOR, "{\"enabled\":false}").at("/origin")).isEqualTo("API");
        assertThat(admin.delete(DOOR)).extracting(HttpAnswer::status).isEqualTo(204);
    }
}
