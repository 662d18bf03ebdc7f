package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.NewSession;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enrolls a person by photos and recognises the person in live frames, over the whole pipeline. */
@Tag("slow")
class LiveOverHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static TestClient client;

    @BeforeAll
    static void up() {
        pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), System.getenv());
        client = TestClient.of(pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port());
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void personAddedByPhotos_isNamedInTheNextLiveFrame_ofThatVisitorAlone() throws Exception {
        var session = NewSession.of(client);
        session.post("/api/v1/people", new MultipartForm().field("name", "Zoë").files(womansPhoto()))
                .expect(201);

        var own = live(session, 1);
        var strangers = live(client, 1);

        assertThat(names(own.get(0))).containsOnlyOnce("Zoë");
        assertThat(own.get(0).get("frame").asLong()).isZero();
        assertThat(strangers.get(0).path("outcome").path("value").path("faces").size())
                .isPositive();
        assertThat(strangers.get(0).toString()).doesNotContain("Zoë");
    }

    @Test
    void everyFrame_isAnsweredOrToldToBeDropped() throws Exception {
        var frames = 30;

        var heard = live(client, frames);

        assertThat(heard.stream().mapToLong(answer -> answer.get("frame").asLong()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, frames).mapToObj(Long::valueOf).toList());
        assertThat(heard.stream().filter(answer -> answer.has("outcome")).count())
                .isGreaterThanOrEqualTo(2);
        assertThat(heard.stream().filter(answer -> answer.has("dropped")).count())
                .as("thirty frames at once exceed the throughput of the models")
                .isPositive();
        assertThat(heard).noneMatch(answer -> answer.has("error"));
    }

    @Test
    void everyFrameThatCameIn_endedOnce() throws Exception {
        var photo = Files.readAllBytes(TestPhotos.sample(3));
        var before = MeteredFrames.of(client);

        var heard = live(client, 20);
        client.post("/api/v1/recognize", "image/jpeg", photo).expect(200);
        client.post("/api/v1/recognize", "image/jpeg", Arrays.copyOf(photo, photo.length / 2))
                .expect(422);

        // The server collects its metrics once a second at most.
        var after = await().atMost(PATIENCE)
                .until(() -> MeteredFrames.of(client), metered -> metered.in() - before.in() == 22);
        assertThat(after.dropped() - before.dropped())
                .isEqualTo(
                        heard.stream().filter(answer -> answer.has("dropped")).count());
        assertThat(after.failed() - before.failed()).isOne();
        assertThat(after.in()).isEqualTo(after.withFaces() + after.dropped() + after.failed());
        assertThat(after.inFlight()).isZero();
        assertThat(after.timedAnswers()).isEqualTo(after.in() - after.dropped());
    }

    /** Sends the photo so often, at once, and returns all answers. */
    private static List<JsonNode> live(TestClient camera, int frames) throws Exception {
        var heard = new CopyOnWriteArrayList<JsonNode>();
        var socket = camera.connect("/api/v1/live", new Listener(heard));
        var photo = Files.readAllBytes(TestPhotos.sample(3));
        for (var i = 0; i < frames; i++) {
            socket.sendBinary(ByteBuffer.wrap(photo), true).join();
        }
        await().atMost(PATIENCE).until(() -> heard.size() >= frames);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        return heard;
    }

    private static final class Listener implements WebSocket.Listener {
        private final List<JsonNode> heard;
        private final StringBuilder text = new StringBuilder();

        private Listener(List<JsonNode> heard) {
            this.heard = heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(HttpAnswer.json(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private static List<String> names(JsonNode answer) {
        return IntStream.range(
                        0, answer.path("outcome").path("value").path("faces").size())
                .mapToObj(i -> answer.path("outcome")
                        .path("value")
                        .path("faces")
                        .get(i)
                        .path("person"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static byte[] womansPhoto() throws Exception {
        try (var photos =
                Files.list(TestPhotos.galleryWithTheWoman(folder, "woman").resolve("woman"))) {
            return Files.readAllBytes(photos.findFirst().orElseThrow());
        }
    }
}
