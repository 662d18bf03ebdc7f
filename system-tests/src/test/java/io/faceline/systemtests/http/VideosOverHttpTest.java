package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos from upload to deletion over the whole pipeline, which is restarted in between. */
class VideosOverHttpTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ENOUGH_TO_BE_IN_THE_MIDDLE = 20;

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static String address;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void up() {
        var environment = new HashMap<>(System.getenv());
        // Many frames take longer, as if a stage were restarted now and then; none of them may be lost.
        environment.put("FACELINE_ANSWER_TIMEOUT", "500ms");
        pipeline = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), environment);
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
    void twoVideosAtOnce_areAnsweredFrameByFrame_andPlayed() throws Exception {
        var token = newToken();
        var one = upload(token, 3, "Gala in the evening.mp4");
        var other = upload(token, 2, "other.mp4");

        for (var id : List.of(one, other)) {
            awaitState(id, JobState.DONE);
            assertThat(positions(id))
                    .hasSize((int) job(id).video().frames())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(job(id).video().lost()).isEmpty();
        }

        var video = job(one).video();
        assertThat(video.title()).isEqualTo("Gala in the evening.mp4");
        assertThat(video.mediaType()).isEqualTo("video/mp4");
        assertThat(video.frames()).isBetween(25L, 35L);
        assertThat(job(other).video().frames()).isLessThan(video.frames());
        var bytes = Files.readAllBytes(film());
        var part = ask(token, "GET", "/api/v1/jobs/" + one + "/video", "Range", "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100-199/" + bytes.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
        assertThat(ask(token, "GET", "/api/v1/jobs/" + one + "/video").body()).isEqualTo(bytes);
    }

    @Test
    void cancelledVideo_sendsNoMore_andGoesWhenDeleted() throws Exception {
        var token = newToken();
        var id = upload(token, 30, "film.mp4");
        awaitFrames(id, 1);

        var cancelled = ask(token, "POST", "/api/v1/jobs/" + id + "/cancel");

        assertThat(cancelled.statusCode()).isEqualTo(202);
        assertThat(Mappers.JSON.readTree(cancelled.body()).path("state").asText())
                .isEqualTo("CANCELLED");
        assertThat(ask(token, "POST", "/api/v1/jobs/" + id + "/cancel").statusCode())
                .isEqualTo(202);
        assertThat(job(id).video().frames()).isLessThan(270);
        assertThat(ask(newToken(), "DELETE", "/api/v1/jobs/" + id).statusCode()).isEqualTo(404);
        assertThat(ask(token, "DELETE", "/api/v1/jobs/" + id).statusCode()).isEqualTo(204);
        assertThat(ask(token, "GET", "/api/v1/jobs/" + id + "/video").statusCode())
                .isEqualTo(404);
        assertThat(spooled(id)).doesNotExist();
        assertThat(job(id).state()).isEqualTo(JobState.DELETED);
    }

    @Test
    void whatIsNoWholeVideo_failsWithItsReason() throws Exception {
        var token = newToken();
        var cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(Files.readAllBytes(film()), 300_000));

        var id = upload(token, 5, "cut.mp4", cut);

        awaitState(id, JobState.FAILED);
        assertThat(job(id).video().error().code()).isEqualTo("DAMAGED_VIDEO");
        assertThat(ask(token, "POST", "/api/v1/jobs/" + id + "/cancel").statusCode())
                .isEqualTo(409);
    }

    @Test
    void endedSession_takesItsVideosAlong() throws Exception {
        var token = newToken();
        var id = upload(token, 30, "film.mp4");
        awaitFrames(id, 1);

        assertThat(ask(token, "DELETE", "/api/v1/session").statusCode()).isEqualTo(204);

        awaitState(id, JobState.DELETED);
        await().atMost(PATIENCE).until(() -> !Files.exists(spooled(id)));
    }

    @Test
    void restartInTheMiddle_losesNothingAndAsksNothingTwice() throws Exception {
        var token = newToken();
        var running = upload(token, 30, "film.mp4");
        awaitFrames(running, ENOUGH_TO_BE_IN_THE_MIDDLE);
        var gone = upload(token, 30, "gone.mp4");
        var orphan = Files.write(spooled("job-nobody-knows"), new byte[10]);

        pipeline.close();
        Files.deleteIfExists(spooled(gone));
        assertThat(orphan).exists();
        up();

        assertThat(orphan).doesNotExist();
        awaitState(running, JobState.DONE);
        assertThat(positions(running))
                .hasSize((int) job(running).video().frames())
                .hasSizeGreaterThan(260)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(job(running).video().lost()).isEmpty();
        assertThat(job(gone).state()).isEqualTo(JobState.FAILED);
        assertThat(job(gone).video().error().code()).isEqualTo("VIDEO_LOST");
    }

    /** The sequences of all answered frames. */
    private static List<Double> positions(String id) {
        var positions = new CopyOnWriteArrayList<Double>();
        try (var reader = pipeline.openReader(
                job(id), frame -> positions.add(frame.facts().position()))) {
            reader.start();
            reader.awaitDelivered(job(id).video().frames(), PATIENCE);
        }
        return positions;
    }

    private static void awaitState(String id, JobState state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(job(id).state()).as(job(id).toString()).isEqualTo(state));
    }

    private static void awaitFrames(String id, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(job(id).video().frames()).isGreaterThanOrEqualTo(count));
    }

    private static Job job(String id) {
        return pipeline.jobs().find(id).orElseThrow();
    }

    private static Path spooled(String id) {
        return folder.resolve("data/spool").resolve(id + ".video");
    }

    private static Path film() {
        return TestPhotos.shared("video/hamilton.mp4");
    }

    private String newToken() throws Exception {
        return json(ask("", "POST", "/api/v1/sessions")).path("token").asText();
    }

    private String upload(String token, int framesPerSecond, String title) throws Exception {
        return upload(token, framesPerSecond, title, film());
    }

    private String upload(String token, int framesPerSecond, String title, Path video) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/videos?framesPerSecond=" + framesPerSecond))
                .header("Authorization", "Bearer " + token)
                .header("Content-Disposition", "attachment; filename=\"" + title + "\"")
                .POST(BodyPublishers.ofFile(video))
                .build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        var id = json(answer).path("id").asText();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/jobs/" + id);
        return id;
    }

    private HttpResponse<byte[]> ask(String token, String method, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + path)).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isLessThan(300);
        return Mappers.JSON.readTree(answer.body());
    }
}
