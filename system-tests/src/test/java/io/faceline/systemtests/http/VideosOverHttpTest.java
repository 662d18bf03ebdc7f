package io.faceline.systemtests.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.NewSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos from upload to deletion over the whole pipeline, which is restarted in between. */
@Tag("slow")
class VideosOverHttpTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ENOUGH_TO_BE_IN_THE_MIDDLE = 20;

    @TempDir
    static Path folder;

    private static Pipeline pipeline;
    private static TestClient client;

    @BeforeAll
    static void up() {
        var environment = new HashMap<>(System.getenv());
        // Many frames take longer, as if a stage were restarted now and then; none of them may be lost.
        environment.put("FACELINE_ANSWER_TIMEOUT", "500ms");
        pipeline = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), environment);
        client = TestClient.of(pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port());
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Test
    void twoVideosAtOnce_areAnsweredFrameByFrame_andPlayed() throws Exception {
        var session = NewSession.of(client);
        var one = upload(session, 3, "Gala in the evening.mp4");
        var other = upload(session, 2, "other.mp4");

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
        var part = session.get("/api/v1/jobs/" + one + "/video", "Range", "bytes=100-199");
        part.expect(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + bytes.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
        assertThat(session.get("/api/v1/jobs/" + one + "/video").body()).isEqualTo(bytes);
    }

    @Test
    void cancelledVideo_sendsNoMore_andGoesWhenDeleted() throws Exception {
        var session = NewSession.of(client);
        var id = upload(session, 30, "film.mp4");
        awaitFrames(id, 1);

        var cancelled = session.post("/api/v1/jobs/" + id + "/cancel");

        assertThat(cancelled.expect(202).at("/state")).isEqualTo("CANCELLED");
        session.post("/api/v1/jobs/" + id + "/cancel").expect(202);
        assertThat(job(id).video().frames()).isLessThan(270);
        NewSession.of(client).delete("/api/v1/jobs/" + id).expect(404);
        session.delete("/api/v1/jobs/" + id).expect(204);
        session.get("/api/v1/jobs/" + id + "/video").expect(404);
        assertThat(spooled(id)).doesNotExist();
        assertThat(job(id).state()).isEqualTo(JobState.DELETED);
    }

    @Test
    void whatIsNoWholeVideo_failsWithItsReason() throws Exception {
        var session = NewSession.of(client);
        var cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(Files.readAllBytes(film()), 300_000));

        var id = upload(session, 5, "cut.mp4", cut);

        awaitState(id, JobState.FAILED);
        assertThat(job(id).video().error().code()).isEqualTo("DAMAGED_VIDEO");
        session.post("/api/v1/jobs/" + id + "/cancel").expect(409);
    }

    @Test
    void endedSession_takesItsVideosAlong() throws Exception {
        var session = NewSession.of(client);
        var id = upload(session, 30, "film.mp4");
        awaitFrames(id, 1);

        session.delete("/api/v1/session").expect(204);

        awaitState(id, JobState.DELETED);
        await().atMost(PATIENCE).until(() -> !Files.exists(spooled(id)));
    }

    @Test
    void restartInTheMiddle_losesNothingAndAsksNothingTwice() throws Exception {
        var session = NewSession.of(client);
        var running = upload(session, 10, "film.mp4");
        awaitFrames(running, ENOUGH_TO_BE_IN_THE_MIDDLE);
        var gone = upload(session, 10, "gone.mp4");
        var orphan = Files.write(spooled("job-nobody-knows"), new byte[10]);

        pipeline.close();
        Files.deleteIfExists(spooled(gone));
        assertThat(orphan).exists();
        up();

        assertThat(orphan).doesNotExist();
        awaitState(running, JobState.DONE);
        assertThat(positions(running))
                .hasSize((int) job(running).video().frames())
                .hasSizeGreaterThan(85)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(job(running).video().lost()).isEmpty();
        assertThat(job(gone).state()).isEqualTo(JobState.FAILED);
        assertThat(job(gone).video().error().code()).isEqualTo("VIDEO_LOST");
    }

    /** The sequences of all answered frames. */
    private static List<Double> positions(String id) {
        var positions = new CopyOnWriteArrayList<Double>();
        try (var follower = pipeline.results()
                .follow(job(id), frame -> positions.add(frame.facts().position()))) {
            follower.start();
            follower.awaitEnd(job(id), PATIENCE);
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

    private static String upload(TestClient session, int framesPerSecond, String title) throws Exception {
        return upload(session, framesPerSecond, title, film());
    }

    private static String upload(TestClient session, int framesPerSecond, String title, Path video) throws Exception {
        var answer = session.with("Content-Disposition", "attachment; filename=\"" + title + "\"")
                .send("POST", "/api/v1/videos?framesPerSecond=" + framesPerSecond, BodyPublishers.ofFile(video))
                .expect(202);
        var id = answer.at("/id");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/jobs/" + id);
        return id;
    }
}
