package io.faceline.vision.camera;

import static io.faceline.vision.camera.CameraFault.UNAUTHORIZED;
import static io.faceline.vision.camera.CameraFault.UNDECODABLE;
import static io.faceline.vision.camera.CameraFault.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(120)
class RtspOpeningTest {
    private static final String CANARY = "p@ss:w0rd/?#%canary";
    private static final int AT_A_TIME = 5;
    private static final Patience SHORT = Patience.DEFAULT.withPicture(Duration.ofMillis(1500));

    /**
     * What a camera does, and what is said of it.
     *
     * @param option of the fake camera
     */
    private record Case(String option, CameraFault fault, String reason) {}

    private static final List<Case> CASES = List.of(
            new Case("auth=digest", UNAUTHORIZED, "refuses the user name or the password"),
            new Case("auth=sha256", UNAUTHORIZED, "set the camera to digest/MD5"),
            new Case("status=DESCRIBE:404", UNREACHABLE, "The server is there, the stream is not (DESCRIBE: 404"),
            new Case("status=DESCRIBE:503", UNREACHABLE, "allows no more connections"),
            new Case("max=0", UNREACHABLE, "allows no more connections"),
            new Case("status=SETUP:461", UNREACHABLE, "speaks UDP only"),
            new Case("status=PLAY:403", UNAUTHORIZED, "does not allow this user"),
            new Case("sdp=audioonly", UNDECODABLE, "sends no picture"),
            new Case("hang=DESCRIBE", UNREACHABLE, "does not answer (DESCRIBE)"),
            new Case("hang=PLAY", UNREACHABLE, "does not answer (PLAY)"));

    @Test
    void camerasOfAllKinds_open() throws Exception {
        var options = List.of(
                "auth=digest", "auth=basic", "auth=both", "sdp=audiofirst", "sprop=none", "sprop=empty", "sprop=bad");

        assertThat(InParallel.each(AT_A_TIME, options, RtspOpeningTest::widthOf))
                .containsOnly(640);
    }

    private static int widthOf(String option) throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), option, "password=" + CANARY);
                var viewer = Viewer.open(camera.address(CANARY))) {
            viewer.watch(1);

            assertThat(viewer.end).as(option).isEmpty();
            return viewer.taken.get(0).width();
        }
    }

    @Test
    void whatIsWrong_isSaidWithoutCredentials() throws Exception {
        var ends = InParallel.each(AT_A_TIME, CASES, RtspOpeningTest::endOf);

        for (var i = 0; i < CASES.size(); i++) {
            assertThat(ends.get(i).fault())
                    .as(CASES.get(i).option())
                    .isEqualTo(CASES.get(i).fault());
            assertThat(ends.get(i))
                    .hasMessageContaining(CASES.get(i).reason())
                    .hasMessageNotContaining("canary")
                    .hasMessageNotContaining("127.0.0.1");
        }
    }

    private static CameraException endOf(Case example) throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), example.option());
                var viewer = Viewer.open(camera.address(CANARY), SHORT)) {
            return viewer.watchToTheEnd();
        }
    }

    @Test
    void withoutAPassword_itAsksForOne() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "auth=digest");
                var viewer = Viewer.open(camera.address())) {
            assertThat(viewer.watchToTheEnd()).hasMessageContaining("asks for a user name and a password");
        }
    }

    @Test
    void whereNobodyAnswers_itIsUnreachable() throws Exception {
        var nobody = "rtsp://127.0.0.1:" + FakeCamera.freePort() + "/cam";
        try (var viewer = Viewer.open(FfmpegAddress.rtsp(nobody, Optional.empty(), Optional.empty()))) {
            var end = viewer.watchToTheEnd();

            assertThat(end.fault()).isEqualTo(UNREACHABLE);
            assertThat(end).hasMessageContaining("Nobody answers at this address");
        }
    }

    @Test
    void redirect_isToldAndNotFollowed() throws Exception {
        try (var other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            var target = "127.0.0.1:" + other.getLocalPort() + "/x";
            try (var camera = FakeCamera.rtsp(CameraClips.h264(), "redirect=rtsp://joe:" + "secret@" + target);
                    var viewer = Viewer.open(camera.address(CANARY))) {
                var end = viewer.watchToTheEnd();

                assertThat(end.fault()).isEqualTo(UNREACHABLE);
                assertThat(end.redirectedTo()).contains("rtsp://" + target);
                assertThat(end).hasMessageNotContaining("secret").hasMessageNotContaining("canary");
                assertThat(bytesReceived(other)).isZero();
            }
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
}
