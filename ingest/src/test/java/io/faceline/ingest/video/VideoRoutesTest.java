package io.faceline.ingest.video;

import static io.faceline.ingest.video.VideoServer.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Sha256;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.kafka.TestBroker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that are accepted or refused, and the job that an upload becomes. */
class VideoRoutesTest {
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
    void rawVideo_becomesAJob() {
        var answer = server.upload("?framesPerSecond=2.5&title=Gala").expect(202);

        var job = answer.json();
        var id = job.path("id").asText();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/jobs/" + id);
        assertThat(job.path("state").asText()).isEqualTo("QUEUED");
        assertThat(job.path("title").asText()).isEqualTo("Gala");
        assertThat(job.path("mediaType").asText()).isEqualTo("video/mp4");
        assertThat(job.path("bytes").asInt()).isEqualTo(VIDEO.length);
        assertThat(job.path("framesPerSecond").asDouble()).isEqualTo(2.5);
        assertThat(server.jobs.find(id).orElseThrow().session()).isEqualTo(server.anna.session());
        assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(id + ".video"));
    }

    @Test
    void videoOfASessionThatEndedMeanwhile_isNotKept() {
        server.ended.add(server.anna.session());

        var answer = server.upload("?title=Gala");

        assertThat(answer.problem()).isEqualTo("401 SESSION_ENDED");
        assertThat(server.jobs.all()).singleElement().satisfies(job -> assertThat(job.state())
                .isEqualTo(JobState.DELETED));
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".video"));
    }

    @Test
    void form_isTakenWithItsFields_whateverTheirOrder() {
        var answer = server.upload(named("../../Zoë & co.mp4", VIDEO).field("framesPerSecond", "2"))
                .expect(202);

        assertThat(answer.at("/title")).isEqualTo("Zoë & co.mp4");
        assertThat(answer.json().path("framesPerSecond").asDouble()).isEqualTo(2);
        var wrongSpeed = new MultipartForm().field("title", "a").field("framesPerSecond", "0");
        assertThat(server.upload(wrongSpeed.files(VIDEO)).problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(server.upload(new MultipartForm().field("title", "a")).problem())
                .isEqualTo("400 NO_FILE");
        assertThat(server.upload(new MultipartForm().files(VIDEO, VIDEO)).problem())
                .isEqualTo("400 BAD_REQUEST");
        server.assertSpooled(1);
    }

    @Test
    void file_isDescribed_byItsHashAndTheTimeThatTheSenderSays() {
        var form = named("film.mp4", VIDEO).field("recordedAt", " 2026-05-04T13:30:00+02:00 ");
        var answer = server.upload(form).expect(202);

        assertThat(answer.at("/file/sha256")).isEqualTo(Sha256.hex(VIDEO));
        assertThat(answer.at("/file/recordedAt")).isEqualTo("2026-05-04T11:30:00Z");
        assertThat(server.upload("?recordedAt=2026-05-04T11:30:00Z").at("/file/recordedAt"))
                .isEqualTo("2026-05-04T11:30:00Z");
        for (var time : List.of("yesterday", "2026-05-04T13:30:00", "2199-01-01T00:00:00Z", "1900-01-01T00:00:00Z")) {
            assertThat(server.upload("?recordedAt=" + time).problem()).isEqualTo("400 BAD_REQUEST");
        }
    }

    @Test
    void fileName_bringsNothingButATitle() {
        var injected = server.upload(named("a%0d%0aSet-Cookie: x=1\u202Efilm.mp4", VIDEO));

        assertThat(injected.at("/title")).isEqualTo("a%0d%0aSet-Cookie: x=1film.mp4");
        assertThat(injected.header("Set-Cookie")).isEmpty();
        assertThat(server.upload("?title=a%0D%0ASet-Cookie:%20b").at("/title")).isEqualTo("aSet-Cookie: b");
        assertThat(server.upload("?title=" + "a".repeat(7_000)).at("/title")).hasSize(200);
    }

    @Test
    void whatIsNoVideo_isRefused_andNothingIsKept() {
        var markup = "<svg onload='alert(1)'/>".repeat(1_000_000);

        assertThat(server.anna().post(VideoServer.VIDEOS).problem()).isEqualTo("400 EMPTY_FILE");
        assertThat(server.upload(named("film.mp4", new byte[0])).problem()).isEqualTo("400 EMPTY_FILE");
        assertThat(server.anna().post(VideoServer.VIDEOS, markup).problem()).isEqualTo("415 UNSUPPORTED_FORMAT");
        assertThat(server.upload(named("film.mp4", new byte[5_000_000])).problem())
                .isEqualTo("415 UNSUPPORTED_FORMAT");
        assertThat(server.upload("?framesPerSecond=fast").problem()).isEqualTo("400 BAD_REQUEST");
        server.assertSpooled(0);
    }

    private static MultipartForm named(String fileName, byte[] video) {
        return new MultipartForm().file("file", fileName, video);
    }
}
