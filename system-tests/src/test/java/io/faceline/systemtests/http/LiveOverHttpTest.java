package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enrolls a person by photos and recognises the person in live frames, over the whole pipeline. */
class LiveOverHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static String host;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void up() {
        pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), System.getenv());
        host = "localhost:" + pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port();
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void personAddedByPhotos_isNamedInTheNextLiveFrame_ofThatVisitorAlone() throws Exception {
        var token = json(post("/api/v1/sessions", "application/json", new byte[0], null))
                .get("token")
                .asText();
        var added = post("/api/v1/people", "multipart/form-data; boundary=xx", personForm("Zoë"), token);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);

        var own = live(token, 1);
        var strangers = live(null, 1);

        assertThat(names(own.get(0))).containsOnlyOnce("Zoë");
        assertThat(own.get(0).get("frame").asLong()).isZero();
        assertThat(strangers.get(0).path("outcome").path("value").path("faces").size())
                .isPositive();
        assertThat(strangers.get(0).toString()).doesNotContain("Zoë");
    }

    @Test
    void everyFrame_isAnsweredOrToldToBeDropped() throws Exception {
        var frames = 30;

        var heard = live(null, frames);

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
        var before = MeteredFrames.of(client, host);

        var heard = live(null, 20);
        var whole = post("/api/v1/recognize", "image/jpeg", photo, null);
        var half = post("/api/v1/recognize", "image/jpeg", Arrays.copyOf(photo, photo.length / 2), null);

        assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
        assertThat(half.statusCode()).as(half.body()).isEqualTo(422);
        var after = MeteredFrames.of(client, host);
        assertThat(after.in() - before.in()).isEqualTo(22);
        assertThat(after.dropped() - before.dropped())
                .isEqualTo(
                        heard.stream().filter(answer -> answer.has("dropped")).count());
        assertThat(after.failed() - before.failed()).isOne();
        assertThat(after.in()).isEqualTo(after.withFaces() + after.dropped() + after.failed());
        assertThat(after.inFlight()).isZero();
        assertThat(after.timedAnswers()).isEqualTo(after.in() - after.dropped());
    }

    /** Sends the photo this number of times at once and returns all answers. */
    private List<JsonNode> live(String token, int frames) throws Exception {
        var heard = new CopyOnWriteArrayList<JsonNode>();
        var builder = client.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        var socket = builder.buildAsync(URI.create("ws://" + host + "/api/v1/live"), new Listener(heard))
                .join();
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
                heard.add(read(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private static JsonNode read(String json) {
            try {
                return Mappers.JSON.readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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

    private static byte[] personForm(String name) throws Exception {
        var body = new ByteArrayOutputStream();
        body.write(("--xx\r\nContent-Disposition: form-data; name=\"name\"\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + name + "\r\n"
                        + "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(womansPhoto());
        body.write("\r\n--xx--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] womansPhoto() throws Exception {
        try (var photos =
                Files.list(TestPhotos.galleryWithTheWoman(folder, "woman").resolve("woman"))) {
            return Files.readAllBytes(photos.findFirst().orElseThrow());
        }
    }

    private HttpResponse<String> post(String path, String type, byte[] body, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://" + host + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Mappers.JSON.readTree(answer.body());
    }
}
