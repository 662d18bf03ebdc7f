package io.faceline.systemtests.cameras;

import static io.faceline.contracts.camera.CameraCondition.FROZEN;
import static io.faceline.contracts.camera.CameraCondition.LIVE;
import static io.faceline.contracts.camera.CameraCondition.UNAUTHORIZED;
import static io.faceline.contracts.camera.CameraCondition.UNDECODABLE;
import static io.faceline.contracts.camera.CameraCondition.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras that do what cameras of the world were seen to do: the state and the reason of each. */
@Tag("slow")
class CameraStatesTest {
    private static final int AT_A_TIME = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private static final List<CameraCase> RTSP = List.of(
            rtsp("").live(),
            rtsp("auth=digest").live(),
            rtsp("auth=digest password=other")
                    .tells(UNAUTHORIZED, "refuses the user name or the password")
                    .withTries(1),
            rtsp("auth=digest password=other lock=3")
                    .tells(UNAUTHORIZED, "locks the account")
                    .withTries(1),
            rtsp("auth=sha256")
                    .tells(UNAUTHORIZED, "set the camera to digest/MD5")
                    .withTries(1),
            rtsp("max=0").tells(UNREACHABLE, "allows no more connections"),
            rtsp("hang=DESCRIBE").tells(UNREACHABLE, "does not answer (DESCRIBE)"),
            rtsp("status=DESCRIBE:404").tells(UNREACHABLE, "The server is there, the stream is not"),
            rtsp("status=DESCRIBE:503").tells(UNREACHABLE, "allows no more connections"),
            rtsp("status=SETUP:461").tells(UNREACHABLE, "speaks UDP only"),
            rtsp("sdp=audioonly").tells(UNDECODABLE, "sends no picture"),
            rtsp("stall=30")
                    .live()
                    .tells(FROZEN, "No picture arrives")
                    .tells(UNREACHABLE, "no whole picture")
                    .live(),
            rtsp("close=30").live().tells(UNREACHABLE, "ended the stream").live(),
            rtsp("reboot=15:4")
                    .live()
                    .tells(UNREACHABLE, "")
                    .tells(UNREACHABLE, "Nobody answers")
                    .live(),
            rtsp("garbage=20").live(),
            rtsp("loss=15").live());

    private static final List<CameraCase> NETWORK = List.of(
            rtsp("").behind("wifi.py hole=6:30")
                    .live()
                    .tells(FROZEN, "No picture arrives")
                    .tells(UNREACHABLE, "no whole picture"),
            rtsp("").behind("wifi.py hole=8:5")
                    .live()
                    .tells(FROZEN, "No picture arrives")
                    .live(),
            rtsp("").behind("wifi.py half=4").live().tells(FROZEN, "").tells(UNREACHABLE, "no whole picture"),
            rtsp("").behind("wifi.py accept=no").tells(UNREACHABLE, "does not answer"),
            rtsp("").behind("tls.py self").live(),
            rtsp("").behind("tls.py wrongname").live(),
            rtsp("").behind("tls.py expired").tells(UNAUTHORIZED, "it has run out"),
            rtsp("").behind("tls.py old").tells(UNREACHABLE, "TLS is too old"));

    private static final List<CameraCase> HTTP = List.of(
            mjpeg("").live(),
            mjpeg("nofirst").live(),
            mjpeg("preamble").live(),
            mjpeg("octet").live(),
            mjpeg("nopart").live(),
            mjpeg("nolength lf").live(),
            mjpeg("chunked").live(),
            mjpeg("html").tells(UNDECODABLE, "web page"),
            mjpeg("max=0").tells(UNREACHABLE, "allows no more connections"),
            mjpeg("auth=digest password=other").tells(UNAUTHORIZED, "refuses the user name or the password"),
            mjpeg("redirect=http://127.0.0.1:1/").tells(UNREACHABLE, "not followed"),
            mjpeg("stall=10").live().tells(FROZEN, "").tells(UNREACHABLE, "no picture"),
            snapshot("ok 503 ok 401 ok empty").live(),
            snapshot("ok stale stale ok").live(),
            snapshot("digest ok").live(),
            snapshot("html").tells(UNDECODABLE, "web page"),
            snapshot("png").tells(UNDECODABLE, "PNG"),
            snapshot("cut").tells(UNDECODABLE, ""),
            snapshot("drip:60").tells(UNREACHABLE, "was not there after 5 s"),
            snapshot("redirect:http://127.0.0.1:1/").tells(UNREACHABLE, "not followed"));

    @TempDir
    static Path folder;

    private static CameraClipFiles clips;

    private static CameraCase rtsp(String options) {
        return CameraCase.of("rtsp.py {one.h264} " + options);
    }

    private static CameraCase mjpeg(String options) {
        return CameraCase.of("mjpeg.py {one.mjpeg} " + options);
    }

    private static CameraCase snapshot(String answers) {
        return CameraCase.of("snapshot.py {one.mjpeg} " + answers);
    }

    @BeforeAll
    static void makeClips() {
        CameraProgram.fakes();
        clips = new CameraClipFiles(folder);
        clips.make();
    }

    @Test
    void eachCamera_isToldWithItsReason() throws Exception {
        var all = new ArrayList<>(NETWORK);
        all.addAll(RTSP);
        all.addAll(HTTP);

        assertThat(wrong(all)).isEmpty();
    }

    /** What was wrong with each of them that is not as it must be. */
    private static List<String> wrong(List<CameraCase> cases) throws Exception {
        var threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var waiting = new ArrayList<Future<String>>();
            cases.forEach(example -> waiting.add(threads.submit(() -> play(example))));
            var wrong = new ArrayList<String>();
            for (var result : waiting) {
                wrong.add(result.get());
            }
            wrong.removeIf(String::isEmpty);
            return wrong;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Empty if all was as it must be. */
    private static String play(CameraCase example) throws Exception {
        try (var fake = start(example.camera(), List.of())) {
            if (example.between().isEmpty()) {
                return watch(example, fake, fake.port(), example.isRtsp() ? "rtsp" : "http");
            }
            var between = example.between().get();
            try (var network = start(between, List.of("" + fake.port()))) {
                return watch(example, fake, network.port(), between.startsWith("tls") ? "rtsps" : "rtsp");
            }
        }
    }

    private static CameraProgram start(String words, List<String> first) {
        var all = new ArrayList<>(Arrays.asList(words.strip().split(" +", -1)));
        var script = all.remove(0);
        all.replaceAll(word -> word.startsWith("{")
                ? clips.path(word.substring(1, word.length() - 1)).toString()
                : word);
        all.addAll(0, first);
        return CameraProgram.fake(script, CameraProgram.freePort(), all);
    }

    private static String watch(CameraCase example, CameraProgram fake, int port, String scheme) throws Exception {
        var address = scheme + "://127.0.0.1:" + port + (example.camera().startsWith("snap") ? "/snap.jpg" : "/cam");
        var certificate =
                example.toString().contains("tls.py") && !example.toString().contains("old")
                        ? SeenCamera.OPENER
                                .certificate(SeenCamera.camera(address, null))
                                .orElseThrow()
                                .pem()
                        : null;
        try (var seen = SeenCamera.at(address, certificate, "secret")) {
            var story = new StringBuilder();
            for (var told : example.told()) {
                try {
                    var state = seen.sees(told.condition(), told.reason(), PATIENCE);
                    story.append(String.format(
                            Locale.ROOT,
                            "%n    %5.1f s %s %s",
                            seen.seconds(state.at()),
                            state.condition(),
                            state.reason()));
                } catch (ConditionTimeoutException e) {
                    return example + ": no " + told + " in " + seen.story();
                }
            }
            System.out.println("camera_case " + example + story);
            var asked = fake.log()
                    .lines()
                    .filter(line -> line.contains(" DESCRIBE "))
                    .count();
            // A challenge is answered once.
            return example.tries() > 0 && asked > 2L * example.tries() ? example + ": tried " + asked + " times" : "";
        }
    }

    @Test
    void redirect_isShown_andTheOtherServerHearsNothing() throws Exception {
        try (var other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                var fake = start(
                        "rtsp.py {one.h264} redirect=rtsp://127.0.0.1:" + other.getLocalPort() + "/x", List.of());
                var seen = SeenCamera.at("rtsp://127.0.0.1:" + fake.port() + "/cam", null, "secret")) {
            var state = seen.sees(UNREACHABLE, "not followed", PATIENCE);

            assertThat(state.redirectedTo()).isEqualTo("rtsp://127.0.0.1:" + other.getLocalPort() + "/x");
            assertThat(bytesReceived(other)).isZero();
        }
    }

    /** By whoever was sent there; also if nobody came. */
    private static int bytesReceived(ServerSocket other) throws IOException {
        other.setSoTimeout(300);
        try (var connection = other.accept()) {
            return connection.getInputStream().readAllBytes().length;
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    @Test
    void secondReader_isToldThatThereIsNoMorePlace() throws Exception {
        try (var fake = start("rtsp.py {one.h264} max=1", List.of());
                var first = SeenCamera.at("rtsp://127.0.0.1:" + fake.port() + "/cam", null, "secret")) {
            first.sees(LIVE, "", PATIENCE);
            try (var second = SeenCamera.at("rtsp://127.0.0.1:" + fake.port() + "/cam", null, "secret")) {
                second.sees(UNREACHABLE, "allows no more connections", PATIENCE);
            }
        }
    }

    @Test
    void otherPassword_afterItWasLive_isNoRefusalForGood() throws Exception {
        var port = CameraProgram.freePort();
        var clip = clips.path("one.h264").toString();
        try (var seen = SeenCamera.at("rtsp://127.0.0.1:" + port + "/cam", null, "secret")) {
            try (var fake = CameraProgram.fake("rtsp.py", port, List.of(clip, "auth=digest"))) {
                seen.sees(LIVE, "", PATIENCE);
                assertThat(fake.log()).contains("with a password");
            }
            try (var fake = CameraProgram.fake("rtsp.py", port, List.of(clip, "auth=digest", "password=other"))) {
                seen.sees(UNREACHABLE, "The camera refuses now", PATIENCE);
                assertThat(fake.log()).contains("with a password");
            }
        }
    }

    @Test
    void otherSize_goesOn() throws Exception {
        var big = clips.path("big.h264");
        try (var fake = start("rtsp.py {one.h264} at=80 second=" + big, List.of());
                var seen = SeenCamera.at("rtsp://127.0.0.1:" + fake.port() + "/cam", null, "secret")) {
            await().atMost(PATIENCE).until(() -> seen.states().stream()
                    .anyMatch(state -> state.figures().width() == 640));
            await().atMost(PATIENCE).until(() -> seen.figures().width() == 1280);

            assertThat(seen.figures().reconnects()).isZero();
        }
    }

    @Test
    void otherCodec_isOpenedAgain() throws Exception {
        org.assertj.core.api.Assumptions.assumeThat(clips.h265())
                .as("GStreamer, which makes H.265")
                .isPresent();
        try (var fake = start("rtsp.py {one.h264} at=30 second=" + clips.path("one.h265"), List.of());
                var seen = SeenCamera.at("rtsp://127.0.0.1:" + fake.port() + "/cam", null, "secret")) {
            seen.sees(LIVE, "", PATIENCE);
            seen.sees(UNREACHABLE, "changes its codec", PATIENCE);
            await().atMost(PATIENCE).until(() -> seen.figures().reconnects() > 0);
        }
    }

    @Test
    void samePictureAgain_isCountedAsRepeated() throws Exception {
        try (var fake = start("snapshot.py {one.mjpeg} ok stale stale ok", List.of());
                var seen = SeenCamera.at("http://127.0.0.1:" + fake.port() + "/snap.jpg", null, "secret")) {
            await().atMost(PATIENCE).until(() -> seen.figures().dropped().getOrDefault("REPEATED", 0L) > 1);
        }
    }
}
