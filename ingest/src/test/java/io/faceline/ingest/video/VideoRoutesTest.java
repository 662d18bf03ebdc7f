package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.serde.Mappers;
import io.faceline.ingest.spool.Spool;
import io.faceline.ingest.spool.SpoolLimits;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.RetryingFrameSender;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.TopicSetup;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.JobAccess;
import io.faceline.web.access.SessionSecret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Videos over HTTP with a real spool and a real topic {@code jobs}; no job ever runs. */
class VideoRoutesTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ADMIN = "an admin's long token";
    private static final int MAX_VIDEO_BYTES = 80 << 20;
    private static final int MAX_JOBS = 3;
    private static final byte[] VIDEO = Arrays.copyOf("....ftypisom....".getBytes(StandardCharsets.US_ASCII), 1_000);

    @TempDir
    Path folder;

    private final SessionSecret anna = SessionSecret.create();
    private final SessionSecret ben = SessionSecret.create();
    private final KafkaSettings kafka = BROKER.settings();
    private JobStore jobs;
    private Videos.Started videos;
    private HttpServer server;

    @BeforeEach
    void start() {
        TopicSetup.ensure(kafka);
        jobs = new JobStore(kafka);
        jobs.start();
        var limits = new SpoolLimits(MAX_VIDEO_BYTES, 100 << 20, 120 << 20, 1);
        var spool = Spool.open(folder, limits);
        var means = new VideoRun.Context(
                jobs,
                new NobodyAnswers(),
                new FrameMetrics(),
                () -> null,
                job -> Set.of(),
                new RetryingFrameSender.Times(1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                Duration.ofHours(1),
                InstantSource.system());
        videos = new Videos.Started(spool, new VideoJobs("videos-of-test", spool, means, 0));
        var settings = new VideoSettings(folder, limits, Duration.ofHours(1), 1, MAX_JOBS, Duration.ofHours(24));
        var access = new Access(new AccessSettings(Optional.of(ADMIN), Duration.ofHours(1)));
        server = new HttpServer(
                HttpSettings.of("127.0.0.1", 0),
                List.of(),
                new SimpleMeterRegistry(),
                List.of(
                        new VideoRoutes(access, () -> videos, CompletableFuture::completedFuture, settings, 5),
                        new VideoJobRoutes(
                                new JobAccess(jobs::find, access),
                                () -> videos,
                                CompletableFuture::completedFuture,
                                Duration.ofHours(24))));
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
        jobs.close();
    }

    @Test
    void rawVideo_becomesAJob() throws Exception {
        var answer = upload(anna, "?framesPerSecond=2.5&title=Gala", BodyPublishers.ofByteArray(VIDEO));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var job = json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/api/v1/jobs/" + job.path("id").asText());
        assertThat(job.path("state").asText()).isEqualTo("QUEUED");
        assertThat(job.path("title").asText()).isEqualTo("Gala");
        assertThat(job.path("mediaType").asText()).isEqualTo("video/mp4");
        assertThat(job.path("bytes").asInt()).isEqualTo(VIDEO.length);
        assertThat(job.path("framesPerSecond").asDouble()).isEqualTo(2.5);
        assertThat(jobs.find(job.path("id").asText()).orElseThrow().session()).isEqualTo(anna.session());
        assertThat(folder).isDirectoryContaining(file -> file.toString()
                .endsWith(job.path("id").asText() + ".video"));
    }

    @Test
    void form_isTakenWithItsFields_whateverTheirOrder() throws Exception {
        var answer = form(part("file\"; filename=\"../../Zoë & co.mp4", VIDEO), part("framesPerSecond", text("2")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer).path("title").asText()).isEqualTo("Zoë & co.mp4");
        assertThat(json(answer).path("framesPerSecond").asDouble()).isEqualTo(2);
        assertThat(code(form(part("title", text("a")), part("framesPerSecond", text("0")), part("file", VIDEO))))
                .isEqualTo("400 BAD_REQUEST");
        assertThat(code(form(part("title", text("a"))))).isEqualTo("400 NO_FILE");
        assertThat(code(form(part("file", VIDEO), part("file", VIDEO)))).isEqualTo("400 BAD_REQUEST");
        assertNothingHalf(1);
    }

    @Test
    void fileName_bringsNothingButATitle() throws Exception {
        var injected = form(part("file\"; filename=\"a%0d%0aSet-Cookie: x=1\u202Efilm.mp4", VIDEO));

        assertThat(json(injected).path("title").asText()).isEqualTo("a%0d%0aSet-Cookie: x=1film.mp4");
        assertThat(injected.headers().map()).doesNotContainKey("set-cookie");
        var escaped = upload(anna, "?title=a%0D%0ASet-Cookie:%20b", BodyPublishers.ofByteArray(VIDEO));
        assertThat(json(escaped).path("title").asText()).isEqualTo("aSet-Cookie: b");
        var cut = upload(anna, "?title=" + "a".repeat(7_000), BodyPublishers.ofByteArray(VIDEO));
        assertThat(json(cut).path("title").asText()).hasSize(200);
    }

    @Test
    void videoBeyondTheLimitOfOtherBodies_isTaken() throws Exception {
        var answer = upload(anna, "", zeros(70L << 20));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer).path("bytes").asLong()).isEqualTo(70L << 20);
    }

    @Test
    void whatIsNoVideo_isRefused_andNothingIsKept() throws Exception {
        assertThat(code(upload(anna, "", BodyPublishers.noBody()))).isEqualTo("400 EMPTY_FILE");
        assertThat(code(form(part("file\"; filename=\"film.mp4", new byte[0])))).isEqualTo("400 EMPTY_FILE");
        assertThat(code(upload(anna, "", BodyPublishers.ofString("<svg onload='alert(1)'/>".repeat(1_000_000)))))
                .isEqualTo("415 UNSUPPORTED_FORMAT");
        assertThat(code(form(part("file\"; filename=\"film.mp4", new byte[5_000_000]))))
                .isEqualTo("415 UNSUPPORTED_FORMAT");
        assertThat(code(upload(anna, "?framesPerSecond=fast", BodyPublishers.ofByteArray(VIDEO))))
                .isEqualTo("400 BAD_REQUEST");
        assertNothingHalf(0);
    }

    @Test
    void tooMuch_isRefused_andNothingIsKept() throws Exception {
        assertThat(code(upload(anna, "", zeros(MAX_VIDEO_BYTES + 1L)))).isEqualTo("413 TOO_MANY_BYTES");
        assertThat(upload(anna, "", zeros(60L << 20)).statusCode()).isEqualTo(202);
        assertThat(code(upload(anna, "", zeros(41L << 20)))).isEqualTo("413 SESSION_SPOOL_FULL");
        assertThat(code(upload(ben, "", zeros(61L << 20)))).isEqualTo("507 SPOOL_FULL");
        assertNothingHalf(1);
    }

    @Test
    void declaredLength_isRefusedAtOnce() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(text("POST /api/v1/videos HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                            + "Authorization: Bearer " + anna.reveal() + "\r\nContent-Length: 99999999999\r\n\r\n"));

            var answer = new String(socket.getInputStream().readNBytes(30), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void brokenOffUpload_leavesNothing() throws Exception {
        try (var socket = new Socket("127.0.0.1", server.port())) {
            var out = socket.getOutputStream();
            out.write(text("POST /api/v1/videos HTTP/1.1\r\nHost: localhost\r\n" + "Authorization: Bearer "
                    + anna.reveal() + "\r\nContent-Length: 100000\r\n\r\n"));
            out.write(VIDEO);
            out.flush();
            await().atMost(Duration.ofSeconds(10)).until(() -> videos.spool().bytes() > 0);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> videos.spool().bytes() == 0);
        assertNothingHalf(0);
    }

    @Test
    void jobsOfASession_areBounded() throws Exception {
        for (var i = 0; i < MAX_JOBS; i++) {
            assertThat(upload(anna, "", BodyPublishers.ofByteArray(VIDEO)).statusCode())
                    .isEqualTo(202);
        }

        var refused = upload(anna, "", BodyPublishers.ofByteArray(VIDEO));

        assertThat(code(refused)).isEqualTo("429 TOO_MANY_JOBS");
        assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        assertThat(upload(ben, "", BodyPublishers.ofByteArray(VIDEO)).statusCode())
                .isEqualTo(202);
    }

    @Test
    void strangers_seeNothing() throws Exception {
        var id = json(upload(anna, "", BodyPublishers.ofByteArray(VIDEO)))
                .path("id")
                .asText();

        assertThat(code(ask("", "POST", "/api/v1/videos"))).isEqualTo("401 NO_SESSION");
        assertThat(code(ask(ADMIN, "POST", "/api/v1/videos"))).isEqualTo("401 NO_SESSION");
        assertThat(code(ask("", "GET", video(id)))).isEqualTo("401 NO_SESSION");
        assertThat(code(ask(ben.reveal(), "GET", video(id)))).isEqualTo("404 NO_SUCH_JOB");
        assertThat(code(ask(ben.reveal(), "DELETE", job(id)))).isEqualTo("404 NO_SUCH_JOB");
        assertThat(code(ask(ben.reveal(), "POST", job(id) + "/cancel"))).isEqualTo("404 NO_SUCH_JOB");
        assertThat(ask(ADMIN, "GET", video(id)).statusCode()).isEqualTo(200);
        assertThat(code(ask(ADMIN, "DELETE", job(id)))).isEqualTo("403 OTHER_SESSION");
        assertThat(code(ask(anna.reveal(), "GET", video("job-anonymous")))).isEqualTo("404 NO_SUCH_JOB");
    }

    @Test
    void video_isPlayedInParts() throws Exception {
        var id = json(upload(anna, "", BodyPublishers.ofByteArray(VIDEO)))
                .path("id")
                .asText();

        var all = ask(anna.reveal(), "GET", video(id));
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(all.headers().firstValue("Content-Length")).contains("1000");
        assertThat(all.headers().firstValue("Cache-Control")).contains("private, no-store");
        var part = ask(anna.reveal(), "GET", video(id), "Range", "bytes=4-11");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("ftypisom");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 4-11/1000");
        var beyond = ask(anna.reveal(), "GET", video(id), "Range", "bytes=1000-");
        assertThat(code(beyond)).isEqualTo("416 NO_SUCH_RANGE");
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */1000");
        Files.delete(folder.resolve(id + ".video"));
        assertThat(code(ask(anna.reveal(), "GET", video(id)))).isEqualTo("404 VIDEO_GONE");
    }

    @Test
    void queuedJob_isCancelledAndDeleted() throws Exception {
        var id = json(upload(anna, "", BodyPublishers.ofByteArray(VIDEO)))
                .path("id")
                .asText();
        assertThat(videos.jobs().waiting()).isEqualTo(1);

        assertThat(ask(anna.reveal(), "POST", job(id) + "/cancel").statusCode()).isEqualTo(202);
        assertThat(ask(anna.reveal(), "POST", job(id) + "/cancel").statusCode()).isEqualTo(202);
        assertThat(videos.jobs().waiting()).isZero();
        assertThat(ask(anna.reveal(), "DELETE", job(id)).statusCode()).isEqualTo(204);

        assertThat(code(ask(anna.reveal(), "DELETE", job(id)))).isEqualTo("404 NO_SUCH_JOB");
        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(JobState.DELETED);
        assertThat(jobs.find(id).orElseThrow().video()).isNull();
        assertNothingHalf(0);
    }

    private void assertNothingHalf(int wholeFiles) throws Exception {
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(wholeFiles).allMatch(file -> file.toString()
                    .endsWith(".video"));
        }
    }

    private static String job(String id) {
        return "/api/v1/jobs/" + id;
    }

    private static String video(String id) {
        return job(id) + "/video";
    }

    /** A body of this size and undeclared length, never held in memory. */
    private static BodyPublisher zeros(long bytes) {
        return BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(new ByteArrayInputStream(VIDEO), new Zeros(bytes - VIDEO.length)));
    }

    private static final class Zeros extends InputStream {
        private long left;

        private Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            var zeros = (int) Math.min(count, left);
            Arrays.fill(into, from, from + zeros, (byte) 0);
            left -= zeros;
            return zeros == 0 ? -1 : zeros;
        }
    }

    private record Part(String name, byte[] content) {}

    private static Part part(String name, byte[] content) {
        return new Part(name, content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> form(Part... parts) throws Exception {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            body.write(text("--xx\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"\r\n\r\n"));
            body.write(part.content());
            body.write(text("\r\n"));
        }
        body.write(text("--xx--\r\n"));
        return send(HttpRequest.newBuilder(uri("/api/v1/videos"))
                .header("Authorization", "Bearer " + anna.reveal())
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> upload(SessionSecret who, String query, BodyPublisher video) throws Exception {
        return send(HttpRequest.newBuilder(uri("/api/v1/videos" + query))
                .header("Authorization", "Bearer " + who.reveal())
                .POST(video));
    }

    private HttpResponse<String> ask(String token, String method, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Mappers.JSON.readTree(answer.body());
    }

    private static String code(HttpResponse<String> answer) throws Exception {
        return answer.statusCode() + " " + json(answer).path("code").asText();
    }

    private static final class NobodyAnswers implements RetryingFrameSender.FrameTransport {
        @Override
        public CompletableFuture<Match> expect(FrameId frame) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<?> publish(Lane lane, Frame frame) {
            return new CompletableFuture<>();
        }
    }
}
