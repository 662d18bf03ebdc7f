package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.systemtests.NewSession;
import java.time.Duration;
import java.util.Map;

/** Asks for all that there is of cameras, and for what there is not; {@link OpenApiTest} says what for. */
final class CameraCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CAMERAS = "/api/v1/cameras";
    private static final String DOOR = CAMERAS + "/door";
    /** Switched off, so that nothing is connected to. */
    private static final String NEW =
            "{\"name\":\"Door\",\"address\":\"rtsp://viewer:secret@10.0.0.7/x\",\"enabled\":false}";

    private static final String FULL = """
            {"id":"yard","name":"Yard","address":"rtsp://10.0.0.7/x","substream":"rtsp://10.0.0.7/y","secret":"YARD",
             "hours":{"zone":"UTC","open":[{"days":["MONDAY"],"from":"08:00","to":"18:00"}]},"enabled":false,
             "ignored":[{"box":{"x":0.1,"y":0.1,"w":0.2,"h":0.2}}],"aspect":"16:9","smallestFace":40,"matchThreshold":0.5}
            """;

    /** The schema of each event. */
    private static final Map<String, String> EVENTS = Map.of(
            "camera", "Camera", "preview", "PreviewOfCamera", "faces", "FacesOfCamera", "track", "TrackOfCamera");

    private final TestClient api;
    private final TestClient admin;
    private final CameraTopics topics;
    private final DocumentedCalls calls;

    CameraCalls(TestClient api, String token, CameraTopics topics, DocumentedCalls calls) {
        this.api = api;
        this.admin = api.as(token);
        this.topics = topics;
        this.calls = calls;
    }

    void fromTheDefinitionToTheDeletion() {
        admin.post(CAMERAS, NEW).expect(201);
        admin.post(CAMERAS, FULL).expect(201);
        admin.get(CAMERAS).expect(200);
        admin.post(CAMERAS + "/check", "{\"address\":\"file:///no/such/film.mp4\"}")
                .expect(200);
        admin.patch(DOOR, "{\"enabled\":true,\"address\":\"file:///no/such/film.mp4\"}")
                .expect(200);
        admin.post(DOOR + "/try", "").expect(202);
        admin.get(DOOR + "/latest.jpg").expect(503);
        events();
        await().atMost(PATIENCE)
                .until(() -> admin.get(DOOR + "/latest.jpg?maxAge=3600").status() == 200);
        admin.get(DOOR).expect(200);
        assertThat(admin.get(DOOR + "/tracks?limit=5").expect(200).at("/tracks/0/decision"))
                .isEqualTo("unknown");
        admin.getUntil("door", CAMERAS + "/events");
        admin.delete(DOOR).expect(204);
        admin.delete(CAMERAS + "/yard").expect(204);
    }

    /** A stream has no end, at which it could be checked. */
    private void events() {
        try (var events = TestEvents.open(admin, CAMERAS + "/events")) {
            events.await("camera", 1);
            topics.write();
            EVENTS.forEach((event, schema) -> events.await(event, 1).forEach(heard -> assertThat(
                            calls.faults(schema, heard.data().toString()))
                    .as(heard.toString())
                    .isEmpty()));
        }
    }

    void wrongOnes() {
        admin.post(CAMERAS, "{").expect(400);
        admin.post(CAMERAS, "{\"name\":\"Gate\"}").expect(400);
        admin.post(CAMERAS, " ".repeat(100_000)).expect(413);
        api.post(CAMERAS, NEW).expect(403);
        admin.post(CAMERAS + "/check", "{}").expect(400);
        api.post(CAMERAS + "/check", "{\"address\":\"rtsp://10.0.0.7/x\"}").expect(403);
        api.get(CAMERAS + "/events").expect(403);
        NewSession.of(api).get(CAMERAS).expect(403);
        api.as("nobody's").get(CAMERAS).expect(401);
        admin.post(CAMERAS, NEW.replace("Door", "Gate")).expect(201);
        admin.post(CAMERAS, NEW.replace("Door", "Gate")).expect(409);
        admin.patch(CAMERAS + "/gate", "{\"rotate\":45}").expect(400);
        admin.get(CAMERAS + "/gate/latest.jpg?maxAge=soon").expect(400);
        admin.get(CAMERAS + "/gate/tracks?limit=0").expect(400);
        admin.delete(CAMERAS + "/gate").expect(204);
        for (var missing : new HttpAnswer[] {
            admin.get(CAMERAS + "/gate"),
            admin.patch(CAMERAS + "/gate", "{}"),
            admin.delete(CAMERAS + "/gate"),
            admin.post(CAMERAS + "/gate/try", ""),
            admin.get(CAMERAS + "/gate/latest.jpg"),
            admin.get(CAMERAS + "/gate/tracks")
        }) {
            missing.expect(404);
        }
    }
}
