package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.NewSession;
import io.faceline.web.access.SessionKey;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a session's secret is worth when no server made it, and when its session has ended, over the whole pipeline. */
@Tag("slow")
class SessionsOverHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADMIN = "an admin's long token";
    private static final String PEOPLE = "/api/v1/people";
    private static final String MATCHES = "/api/v1/matches";
    private static final int POLICY_VIOLATION = 1008;

    private static Pipeline pipeline;
    private static TestClient client;
    private static byte[] photo;

    @BeforeAll
    static void up() throws Exception {
        photo = Files.readAllBytes(TestPhotos.sample(3));
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment);
        client = TestClient.of(pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port());
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void secretThatNoServerMade_opensNothing() {
        var madeUp = client.as(SessionKey.random().create().reveal());

        assertThat(everyAnswer(madeUp)).containsOnly("401 BAD_TOKEN");
    }

    @Test
    void endedSession_isClosedEverywhere() throws Exception {
        var began = Instant.now();
        var session = NewSession.of(client);
        var other = NewSession.of(client);
        var id = session.get("/api/v1/session").at("/session");
        recognize(session).expect(200);
        var closed = new CompletableFuture<Integer>();
        var socket = session.connect("/api/v1/live", new Listener(closed));
        try (var events = TestEvents.open(session, MATCHES + "?from=" + began)) {
            events.await("match", 1);

            session.delete("/api/v1/session").expect(204);

            events.awaitEnd();
            assertThat(closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(POLICY_VIOLATION);
        }
        assertThat(everyAnswer(session)).containsOnly("401 BAD_TOKEN");
        recognize(other).expect(200);
        try (var events = TestEvents.open(client.as(ADMIN), MATCHES + "?from=" + began)) {
            await().atMost(PATIENCE).until(() -> !events.of("match").isEmpty());
            assertThat(events.of("match"))
                    .noneMatch(event -> event.data().toString().contains(id));
        }
        socket.abort();
    }

    /** The photos are somewhere on their way when the session ends, in each round a little later. */
    @Test
    void enrollmentsUnderWay_areNotThereAfterwards() throws Exception {
        for (var round = 0; round < 4; round++) {
            var session = NewSession.of(client);
            var id = new SessionId(session.get("/api/v1/session").at("/session"));
            var photos = Collections.nCopies(1 + 2 * round, photo).toArray(byte[][]::new);
            var form = new MultipartForm().field("name", "Zoë").files(photos);
            var enrolled = CompletableFuture.supplyAsync(() -> session.post(PEOPLE, form));
            await().atMost(PATIENCE).until(() -> isUnderWay() || enrolled.isDone());

            session.delete("/api/v1/session").expect(204);

            var answer = enrolled.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(answer.status()).as(answer::text).isIn(201, 202, 401, 422);
            assertThat(pipeline.people().snapshot().values())
                    .noneMatch(person -> person.session().equals(id) && !person.deleted());
        }
    }

    private static boolean isUnderWay() {
        return MeteredFrames.of(client).inFlight() > 0;
    }

    private static List<String> everyAnswer(TestClient caller) {
        return List.of(
                caller.get("/api/v1/session").problem(),
                caller.get(PEOPLE).problem(),
                caller.get("/api/v1/jobs").problem(),
                caller.get(MATCHES).problem(),
                caller.get(PEOPLE + "/export").problem(),
                caller.delete("/api/v1/session").problem(),
                recognize(caller).problem(),
                caller.post("/api/v1/videos", "video/mp4", new byte[100]).problem());
    }

    private static HttpAnswer recognize(TestClient caller) {
        return caller.post("/api/v1/recognize", "image/jpeg", photo);
    }

    private record Listener(CompletableFuture<Integer> closed) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }
}
