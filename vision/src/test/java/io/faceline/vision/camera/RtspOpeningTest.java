package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@Timeout(120)
class RtspOpeningTest {
    private static final String CANARY = "p@ss:w0rd/?#%canary";
    private static final Patience SHORT = Patience.DEFAULT.withPicture(Duration.ofSeconds(1));

    @ParameterizedTest
    @ValueSource(strings = {"auth=digest", "auth=basic", "auth=both", "sdp=audiofirst", "sprop=none", "sprop=bad"})
    void opens(String option) throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), option, "password=" + CANARY);
                var viewer = Viewer.open(camera.address(CANARY))) {
            viewer.watch(1);

            assertThat(viewer.end).isEmpty();
            assertThat(viewer.taken.get(0).width()).isEqualTo(640);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "auth=digest, UNAUTHORIZED, refuses the user name or the password",
        "auth=sha256, UNAUTHORIZED, set the camera to digest/MD5",
        "status=DESCRIBE:404, UNREACHABLE, 'The server is there, the stream is not (DESCRIBE: 404'",
        "status=DESCRIBE:503, UNREACHABLE, allows no more connections",
        "max=0, UNREACHABLE, allows no more connections",
        "status=SETUP:461, UNREACHABLE, speaks UDP only",
        "status=PLAY:403, UNAUTHORIZED, does not allow this user",
        "sdp=audioonly, UNDECODABLE, sends no picture",
        "hang=DESCRIBE, UNREACHABLE, does not answer (DESCRIBE)",
        "hang=PLAY, UNREACHABLE, does not answer (PLAY)"
    })
    void saysWhatIsWrong_withoutCredentials(String option, CameraFault fault, String reason) throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), option);
                var viewer = Viewer.open(camera.address(CANARY), SHORT)) {
            var end = viewer.watchToTheEnd();

            assertThat(end.fault()).isEqualTo(fault);
            assertThat(end)
                    .hasMessageContaining(reason)
                    .hasMessageNotContaining("canary")
                    .hasMessageNotContaining("127.0.0.1");
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

            assertThat(end.fault()).isEqualTo(CameraFault.UNREACHABLE);
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

                assertThat(end.fault()).isEqualTo(CameraFault.UNREACHABLE);
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
