package io.faceline.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.ingest.spool.Spool;
import io.faceline.ingest.spool.SpoolLimits;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.RetryingFrameSender;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.vision.video.VideoKind;
import io.faceline.vision.video.VideoLimits;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.JobAccess;
import io.faceline.web.access.SessionKey;
import io.faceline.web.access.SessionSecret;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.limits.LimitSettings;
import io.faceline.web.view.JobRetention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Videos over HTTP into a real spool and real {@code jobs}; no job ever gets its turn. */
final class VideoServer implements AutoCloseable {
    static final String VIDEOS = "/api/v1/videos";
    static final int MAX_VIDEO_BYTES = 80 << 20;
    static final int MAX_JOBS = 3;
    static final Instant NOW = Instant.now();
    /** Longer than the head that tells its format, which is received before anything is stored. */
    static final byte[] VIDEO =
            Arrays.copyOf("....ftypisom....".getBytes(StandardCharsets.US_ASCII), 2 * VideoKind.HEAD_BYTES);

    private static final String ADMIN = "an admin's long token";
    private static final SessionKey KEY = SessionKey.random();

    final SessionSecret anna = KEY.create();
    final SessionSecret ben = KEY.create();
    /** Ended since the request was admitted. */
    final Set<SessionId> ended = ConcurrentHashMap.newKeySet();

    final JobStore jobs;
    final Videos.Started videos;
    /** Everybody comes from here. */
    private static final AddressSettings ONE_ADDRESS = new AddressSettings(Set.of(), 100);

    private final Path folder;
    private final TestServer server;

    VideoServer(KafkaSettings kafka, Path folder) {
        this.folder = folder;
        TopicSetup.ensure(kafka);
        jobs = new JobStore(kafka);
        jobs.start();
        var limits = new SpoolLimits(MAX_VIDEO_BYTES, 100 << 20, 120 << 20, 100);
        videos = started(Spool.open(folder, limits, ONE_ADDRESS, DiskSpace.elsewhere()));
        var settings = new VideoSettings(
                folder, limits, DiskFloor.DEFAULT, Duration.ofHours(1), 1, MAX_JOBS, JobRetention.DEFAULT);
        var access = new Access(
                new AccessSettings(Optional.of(ADMIN), Duration.ofHours(1), Optional.of(KEY)), session -> false);
        var callers = new CallerKeys(access, LimitSettings.from(new Settings(Map.of())));
        server = new TestServer(
                new VideoRoutes(
                        access,
                        new JobAccess(jobs::find, access),
                        callers,
                        () -> videos,
                        CompletableFuture::completedFuture,
                        ended::contains,
                        settings,
                        AddressSettings.DEFAULT,
                        5),
                new VideoJobRoutes(
                        new JobAccess(jobs::find, access),
                        () -> videos,
                        CompletableFuture::completedFuture,
                        JobRetention.DEFAULT,
                        InstantSource.fixed(NOW)),
                new ClipRoutes(
                        new JobAccess(jobs::find, access),
                        callers,
                        () -> videos,
                        VideoLimits.DEFAULT,
                        AddressSettings.DEFAULT));
    }

    private Videos.Started started(Spool spool) {
        var context = new VideoRun.Context(
                jobs,
                new NobodyAnswers(),
                new FrameMetrics(),
                () -> null,
                job -> Set.of(),
                job -> sequence -> Optional.empty(),
                new RetryingFrameSender.Times(1, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                Duration.ofHours(1),
                InstantSource.system());
        return new Videos.Started(spool, new VideoJobs("videos-of-test", spool, context, 0));
    }

    int port() {
        return server.port();
    }

    TestClient nobody() {
        return server.client();
    }

    TestClient anna() {
        return server.client().as(anna.reveal());
    }

    TestClient ben() {
        return server.client().as(ben.reveal());
    }

    TestClient admin() {
        return server.client().as(ADMIN);
    }

    /** Anna's video, as the body of the request. */
    HttpAnswer upload(String query) {
        return anna().send("POST", VIDEOS + query, BodyPublishers.ofByteArray(VIDEO));
    }

    HttpAnswer upload(MultipartForm form) {
        return anna().post(VIDEOS, form);
    }

    /** The path of a new job of Anna's. */
    String newJob() {
        return "/api/v1/jobs/" + upload("").expect(202).at("/id");
    }

    /** The path of a new job of Anna's with this video. */
    String newJob(Path video, String title) throws IOException {
        return "/api/v1/jobs/"
                + anna().send("POST", VIDEOS + "?title=" + title, BodyPublishers.ofFile(video))
                        .expect(202)
                        .at("/id");
    }

    /** So many videos are in the spool, and nothing that broke off. */
    void assertSpooled(int videos) {
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(videos).allMatch(file -> file.toString().endsWith(".video"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        jobs.close();
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

        @Override
        public CompletableFuture<?> publish(Embeddings embeddings) {
            return new CompletableFuture<>();
        }
    }
}
