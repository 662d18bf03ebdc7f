package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.kafka.TestBroker;
import io.faceline.vision.video.TestVideos;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a caller gets who asks for a part of a video. */
class ClipRoutesTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @TempDir
    static Path films;

    @TempDir
    Path spool;

    private static Path film;
    private VideoServer server;

    @BeforeAll
    static void makeFilm() {
        film = TestVideos.make(films.resolve("a.mp4"), TestVideos.pattern(25, 6), "-g", "25", "-c:v", "libopenh264");
    }

    @BeforeEach
    void start() {
        server = new VideoServer(BROKER.settings(), spool);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void clip_isADownloadThatNamesItsSource() throws Exception {
        var job = server.newJob(film, "Gala%20%22Z%C3%BCrich%22.mp4");

        var clip = server.anna().get(job + "/clip?from=2320&to=4100").expect(200);

        assertThat(clip.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(clip.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(clip.header("Source-Sha256")).isEqualTo(sha256(film));
        assertThat(clip.header("Clip-From")).isEqualTo("2000");
        assertThat(clip.header("Content-Length")).isEqualTo("" + clip.body().length);
        assertThat(clip.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Gala _Z_rich_ 0.00.02.320-0.00.04.100.mp4\"; "
                        + "filename*=UTF-8''Gala%20_Z%C3%BCrich_%200.00.02.320-0.00.04.100.mp4");
        assertThat(clip.text())
                .contains("SHA-256 " + sha256(film)
                        + ", from 2320 ms to 4100 ms of it. Begins with the key frame at 2000 ms.");
        var saved = Files.write(films.resolve("clip.mp4"), clip.body());
        try (var decoder = new VideoDecoder(VideoLimits.DEFAULT);
                var reading = decoder.open(saved, 25)) {
            assertThat(reading.facts().duration()).isBetween(2.1, 2.3);
            assertThat(reading.next()).isPresent();
        }
        server.assertSpooled(1);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void strangers_getNothing() throws IOException {
        var clip = server.newJob(film, "a") + "/clip?from=0&to=1000";

        assertThat(server.nobody().get(clip).problem()).isEqualTo("401 NO_SESSION");
        assertThat(server.ben().get(clip).problem()).isEqualTo("404 NO_SUCH_JOB");
        server.admin().get(clip).expect(200);
    }

    @Test
    void part_mustBeOneOfTheVideo() throws IOException {
        var clip = server.newJob(film, "a") + "/clip";

        assertThat(server.anna().get(clip).problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(server.anna().get(clip + "?from=0").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(server.anna().get(clip + "?from=-1&to=5").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(server.anna().get(clip + "?from=1.5&to=5").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(server.anna().get(clip + "?from=1000&to=999").problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(server.anna().get(clip + "?from=0&to=600001").problem()).isEqualTo("422 CLIP_TOO_LONG");
        assertThat(server.anna().get(clip + "?from=9000&to=9500").problem()).isEqualTo("416 NO_SUCH_RANGE");
        server.anna().get(clip + "?from=1000&to=1000").expect(200);
        server.anna().get(clip + "?from=5000&to=600000").expect(200);
    }

    @Test
    void unreadableOrMissingVideo_hasNoClip() throws IOException {
        var broken = server.newJob();
        var gone = server.newJob(film, "a");

        assertThat(server.anna().get(broken + "/clip?from=0&to=1").problem()).isEqualTo("422 DAMAGED_VIDEO");
        try (var files = Files.list(spool)) {
            Files.delete(files.filter(file -> file.toString().contains(gone.substring("/api/v1/jobs/".length())))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(server.anna().get(gone + "/clip?from=0&to=1").problem()).isEqualTo("404 VIDEO_GONE");
        server.assertSpooled(1);
    }
}
