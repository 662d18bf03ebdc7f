package io.faceline.ingest.video;

import static io.faceline.ingest.video.VideoServer.VIDEOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.web.view.JobRetention;
import io.faceline.web.view.JobView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a video once it is a job: who may have it, how it is played, cancelled and deleted. */
class VideoJobRoutesTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @TempDir
    Path folder;

    private VideoServer server;

    @BeforeEach
    void start() {
        server = new VideoServer(BROKER.settings(), folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void strangers_seeNothing() {
        var job = server.newJob();

        assertThat(server.nobody().post(VIDEOS).problem()).isEqualTo("401 NO_SESSION");
        assertThat(server.admin().post(VIDEOS).problem()).isEqualTo("401 NO_SESSION");
        assertThat(server.nobody().get(job + "/video").problem()).isEqualTo("401 NO_SESSION");
        assertThat(server.ben().get(job + "/video").problem()).isEqualTo("404 NO_SUCH_JOB");
        assertThat(server.ben().delete(job).problem()).isEqualTo("404 NO_SUCH_JOB");
        assertThat(server.ben().post(job + "/cancel").problem()).isEqualTo("404 NO_SUCH_JOB");
        server.admin().get(job + "/video").expect(200);
        assertThat(server.admin().delete(job).problem()).isEqualTo("403 OTHER_SESSION");
        assertThat(server.anna().get("/api/v1/jobs/job-anonymous/video").problem())
                .isEqualTo("404 NO_SUCH_JOB");
    }

    @Test
    void video_isPlayedInParts() throws IOException {
        var video = server.newJob() + "/video";

        var all = server.anna().get(video).expect(200);
        assertThat(all.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(all.header("Content-Length")).isEqualTo("" + VideoServer.VIDEO.length);
        assertThat(all.header("Cache-Control")).isEqualTo("private, no-store");
        var part = server.anna().get(video, "Range", "bytes=4-11").expect(206);
        assertThat(part.text()).isEqualTo("ftypisom");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 4-11/" + VideoServer.VIDEO.length);
        var beyond = server.anna().get(video, "Range", "bytes=" + VideoServer.VIDEO.length + "-");
        assertThat(beyond.problem()).isEqualTo("416 NO_SUCH_RANGE");
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + VideoServer.VIDEO.length);
        deleteSpooled();
        assertThat(server.anna().get(video).problem()).isEqualTo("404 VIDEO_GONE");
    }

    private void deleteSpooled() throws IOException {
        try (var files = Files.list(folder)) {
            Files.delete(files.findFirst().orElseThrow());
        }
    }

    @Test
    void keptJob_isKeptForAMonth_untilItsOwnerWantsItNoMore() {
        var job = server.newJob();
        var id = job.substring(job.lastIndexOf('/') + 1);
        assertThat(server.ben().putJson(job + "/kept", "").problem()).isEqualTo("404 NO_SUCH_JOB");
        assertThat(server.admin().putJson(job + "/kept", "").problem()).isEqualTo("403 OTHER_SESSION");

        var until = VideoServer.NOW.plus(JobRetention.DEFAULT.kept());
        assertThat(server.anna().putJson(job + "/kept", "").expect(200).at("/keptUntil"))
                .isEqualTo(until.toString());
        server.anna().post(job + "/cancel").expect(202);
        var kept = server.jobs.find(id).orElseThrow();
        assertThat(JobView.expiry(kept, Duration.ofHours(24))).isEqualTo(until);

        assertThat(server.anna().delete(job + "/kept").expect(200).json().path("keptUntil"))
                .isEqualTo(NullNode.getInstance());
        assertThat(JobView.expiry(server.jobs.find(id).orElseThrow(), Duration.ofHours(24)))
                .isBefore(until);
    }

    @Test
    void facesOfAJobThatIsNotDone_areNotMatchedAgain() {
        var job = server.newJob();

        assertThat(server.anna().post(job + "/rematch").problem()).isEqualTo("409 JOB_NOT_DONE");
        assertThat(server.ben().post(job + "/rematch").problem()).isEqualTo("404 NO_SUCH_JOB");
        server.assertSpooled(1);
    }

    @Test
    void finishedJob_isMatchedAgain_asAnotherJobOfTheSameVideo() throws IOException {
        var job = server.newJob();
        var id = job.substring(job.lastIndexOf('/') + 1);
        server.jobs
                .change(id, queued -> queued.in(JobState.DONE, Instant.now()))
                .join();

        var again = server.anna().post(job + "/rematch").expect(202);

        assertThat(again.at("/rematchOf")).isEqualTo(id);
        assertThat(again.at("/state")).isEqualTo("QUEUED");
        assertThat(again.at("/file/sha256")).hasSize(64);
        server.anna().delete(job).expect(204);
        server.assertSpooled(1);
        var video =
                server.anna().get("/api/v1/jobs/" + again.at("/id") + "/video").expect(200);
        assertThat(video.body()).isEqualTo(VideoServer.VIDEO);
        deleteSpooled();
        server.jobs
                .change(again.at("/id"), queued -> queued.in(JobState.DONE, Instant.now()))
                .join();
        assertThat(server.anna()
                        .post("/api/v1/jobs/" + again.at("/id") + "/rematch")
                        .problem())
                .isEqualTo("404 VIDEO_GONE");
    }

    @Test
    void queuedJob_isCancelledAndDeleted() {
        var job = server.newJob();
        var id = job.substring(job.lastIndexOf('/') + 1);
        assertThat(server.videos.jobs().waiting()).isEqualTo(1);

        server.anna().post(job + "/cancel").expect(202);
        server.anna().post(job + "/cancel").expect(202);
        assertThat(server.videos.jobs().waiting()).isZero();
        server.anna().delete(job).expect(204);

        assertThat(server.anna().delete(job).problem()).isEqualTo("404 NO_SUCH_JOB");
        assertThat(server.jobs.find(id).orElseThrow().state()).isEqualTo(JobState.DELETED);
        assertThat(server.jobs.find(id).orElseThrow().video()).isNull();
        server.assertSpooled(0);
    }
}
