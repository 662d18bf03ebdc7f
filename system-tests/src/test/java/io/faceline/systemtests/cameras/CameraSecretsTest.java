package io.faceline.systemtests.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.video.TestVideos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * The passwords of cameras that are read: in no byte of the data, no log, no answer, no process but the one that needs them, and
 * no other file.
 */
@Tag("slow")
class CameraSecretsTest {
    private static final String ADMIN = "an admin's long token";
    private static final String CAMERAS = "/api/v1/cameras";
    private static final String USER = "admin";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Nobody else's files contain it. */
    private static final String CANARY = UUID.randomUUID().toString();

    private static final String STORED = "stored" + CANARY + "@:/?#% x";
    private static final String NAMED = "named" + CANARY + "+&=;";
    private static final String WRONG = "wrong" + CANARY + "^[]";

    private final SecretForms secrets = new SecretForms(USER, List.of(STORED, NAMED, WRONG));
    private final FileTime begin = FileTime.from(Instant.now());
    private final Told told = new Told();
    private final Queue<String> answers = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @TempDir
    Path clips;

    /** Log messages that give a secret away. */
    private final class Told extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private volatile boolean hasHeard;

        @Override
        protected void append(ILoggingEvent event) {
            hasHeard = true;
            var trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            var line = event.getFormattedMessage() + trace;
            if (secrets.areIn(line)) {
                lines.add(line);
            }
        }
    }

    @BeforeEach
    void listen() {
        told.start();
        logger("ROOT").addAppender(told);
        logger("io.faceline").setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        logger("ROOT").detachAppender(told);
        logger("io.faceline").setLevel(null);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Test
    void passwordsOfCameras_areNowhere() throws Exception {
        var h264 = TestVideos.make(
                clips.resolve("cam.h264"),
                TestVideos.pattern(10, 5),
                "-c:v",
                "libopenh264",
                "-g",
                "10",
                "-pix_fmt",
                "yuv420p");
        var jpegs = TestVideos.make(clips.resolve("one.mjpeg"), TestVideos.pattern(5, 3), "-c:v", "mjpeg", "-q:v", "3");
        try (var rtsp = CameraProgram.fake("rtsp.py", h264, "auth=digest", "password=" + STORED);
                var http = CameraProgram.fake("mjpeg.py", jpegs, "auth=basic", "password=" + NAMED);
                var gone = CameraProgram.fake(
                        "rtsp.py", h264, "auth=digest", "password=" + STORED, "status=DESCRIBE:404");
                var pipeline = Pipeline.open(PipelineOptions.lasting(folder, Stages.ALL), environment())) {
            var admin = TestClient.of(
                            pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port())
                    .as(ADMIN)
                    .withListener((request, answer) -> answers.add(answer.toString()));
            var cameras = new DefinedCameras(admin);
            try (var events = TestEvents.open(admin, CAMERAS + "/events")) {
                var stored = Map.<String, Object>of("user", USER, "password", STORED);
                cameras.add("rtsp", "rtsp://" + rtsp.authority() + "/cam", stored);
                cameras.add("gone", "rtsp://" + gone.authority() + "/cam", stored);
                cameras.add("http", "http://" + http.authority() + "/video", Map.of("secret", "HTTP"));
                cameras.add("refused", "rtsp://" + rtsp.authority() + "/cam", Map.of("user", USER, "password", WRONG));
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(cameras.conditions())
                        .containsEntry("rtsp", "LIVE")
                        .containsEntry("http", "LIVE")
                        .containsEntry("gone", "UNREACHABLE")
                        .containsEntry("refused", "UNAUTHORIZED"));
                assertThat(children(rtsp, http, gone)).isNotEmpty().noneMatch(secrets::areToldBy);
                ask(admin, rtsp.authority());
                assertThat(events.await("camera", 4))
                        .noneMatch(event -> secrets.areIn(event.data().toString()));
            }
        }

        assertThat(told.hasHeard).isTrue();
        assertThat(told.lines).isEmpty();
        assertThat(answers).hasSizeGreaterThan(10).noneMatch(secrets::areIn);
        assertThat(secrets.filesIn(folder, FileTime.fromMillis(0))).isEmpty();
        assertThat(secrets.filesIn(Path.of(System.getProperty("java.io.tmpdir")), begin))
                .isEmpty();
        assertThat(Files.list(folder)).isNotEmpty();
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_SECRET_KEY", "a long enough text of a key");
        environment.put("FACELINE_SECRET_HTTP", USER + ":" + NAMED);
        environment.put("FACELINE_CAMERA_LOCAL_ADDRESSES", "true");
        return environment;
    }

    private static void ask(TestClient admin, String host) {
        for (var path : List.of("", "/rtsp", "/rtsp/tracks", "/rtsp/latest.jpg", "/refused", "/gone", "/http")) {
            admin.get(CAMERAS + path);
        }
        admin.get("/metrics");
        admin.get("/health");
        admin.post(CAMERAS + "/rtsp/try").expect(202);
        for (var password : List.of(STORED, WRONG)) {
            admin.post(
                            CAMERAS + "/check",
                            "{\"address\":\"rtsp://" + host + "/cam\",\"user\":\"" + USER + "\",\"password\":\""
                                    + password + "\"}")
                    .expect(200);
        }
        admin.post(CAMERAS + "/check", "{\"address\":\"rtsp://" + USER + ":" + WRONG + "@" + host + "/cam\"}")
                .expect(400);
        admin.post(CAMERAS, "{\"name\":\"P\",\"address\":\"rtsp://" + USER + ":" + WRONG + "@" + host + "/a b\"}");
    }

    /** All processes of this one but the cameras, which know their own passwords. */
    private static List<ProcessHandle> children(CameraProgram... cameras) {
        var pids = List.of(cameras).stream().map(CameraProgram::pid).toList();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> !pids.contains(process.pid()))
                .toList();
    }
}
