package io.faceline.systemtests.cameras;

import static io.faceline.contracts.camera.CameraCondition.FROZEN;
import static io.faceline.contracts.camera.CameraCondition.LIVE;
import static io.faceline.contracts.camera.CameraCondition.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real RTSP server, that of GStreamer, in the role of a camera. */
@Tag("slow")
class RealCameraTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BACK = Duration.ofSeconds(20);

    private static SeenCamera seen(int port) {
        return SeenCamera.at("rtsp://127.0.0.1:" + port + "/cam", null, "s3cret:@/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "h265", "mjpeg"})
    void stoppedServer_isLiveAgainSoonAfterItIsBack(String codec) {
        var port = CameraProgram.freePort();
        try (var stopped = CameraProgram.gstreamer(port, codec);
                var seen = seen(port)) {
            seen.sees(LIVE, "", PATIENCE);
            stopped.signal("KILL");
            seen.sees(UNREACHABLE, "Nobody answers", PATIENCE);
            try (var restarted = CameraProgram.gstreamer(port, codec)) {
                liveAgain(seen, codec, "restarted");
                assertThat(restarted.isAlive()).isTrue();
            }
        }
    }

    private static void liveAgain(SeenCamera seen, String codec, String what) {
        var since = Instant.now();
        var live = seen.sees(LIVE, "", PATIENCE);
        var took = Duration.between(since, live.at());
        System.out.println("real_camera codec=" + codec + " what=" + what + " live_again_millis=" + took.toMillis());
        assertThat(took).isLessThan(BACK);
    }

    @Test
    void frozenServer_isToldAsFrozen_andComesBack() {
        var port = CameraProgram.freePort();
        try (var server = CameraProgram.gstreamer(port, "h264");
                var seen = seen(port)) {
            seen.sees(LIVE, "", PATIENCE);
            server.signal("STOP");
            var stoppedAt = Instant.now();
            var frozen = seen.sees(FROZEN, "No picture arrives", PATIENCE);
            assertThat(Duration.between(stoppedAt, frozen.at())).isLessThan(Duration.ofSeconds(5));
            seen.sees(UNREACHABLE, "no whole picture", PATIENCE);
            server.signal("CONT");
            liveAgain(seen, "h264", "frozen");
        }
    }

    @Test
    void changedPassword_isNoRefusalForGood() {
        var port = CameraProgram.freePort();
        try (var seen = seen(port)) {
            try (var server = CameraProgram.gstreamer(port, "h264", "s3cret:@/x")) {
                seen.sees(LIVE, "", PATIENCE);
                assertThat(server.isAlive()).isTrue();
            }
            try (var server = CameraProgram.gstreamer(port, "h264", "another")) {
                seen.sees(UNREACHABLE, "The camera refuses now", PATIENCE);
                assertThat(server.isAlive()).isTrue();
            }
        }
    }
}
