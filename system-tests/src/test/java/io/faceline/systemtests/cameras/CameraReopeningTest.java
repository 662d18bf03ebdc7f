package io.faceline.systemtests.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.ingest.camera.open.CameraOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A camera that is opened again and again: neither memory nor processes nor open files grow. Thirty times; as often as
 * {@code faceline.reopenings} says in {@code scripts/camera-reopenings}.
 */
@Tag("slow")
class CameraReopeningTest {
    private static final int REOPENINGS = Integer.getInteger("faceline.reopenings", 30);
    private static final int WARM_UP = REOPENINGS / 3;
    private static final int MORE_MEBIBYTES = 60;
    private static final int MORE_FILES = 8;

    @TempDir
    Path folder;

    /** What the process of the test holds, while no camera is open. */
    private record Held(long mebibytes, int processes, long files) {
        static Held now() throws IOException {
            var pid = ProcessHandle.current().pid();
            try (var files = Files.list(Path.of("/proc/self/fd"))) {
                return new Held(ResidentMemory.mebibytes(pid), ResidentMemory.processes(pid), files.count());
            }
        }
    }

    @Test
    void reopenings_leaveNothingBehind() throws Exception {
        CameraProgram.fakes();
        var clips = new CameraClipFiles(folder);
        clips.make();
        var clip = clips.path("one.h264").toString();
        try (var fake = CameraProgram.fake("rtsp.py", CameraProgram.freePort(), List.of(clip, "fps=25"))) {
            var address = "rtsp://127.0.0.1:" + fake.port() + "/cam";
            Held first = null;
            for (var i = 1; i <= REOPENINGS; i++) {
                open(SeenCamera.OPENER, address);
                if (i == WARM_UP) {
                    first = Held.now();
                }
                if (i % 10 == 0) {
                    System.out.println("reopenings " + i + " " + Held.now());
                }
            }

            var before = first;
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(Held.now().processes()).isLessThanOrEqualTo(before.processes()));
            assertThat(Held.now().mebibytes()).isLessThan(before.mebibytes() + MORE_MEBIBYTES);
            assertThat(Held.now().files()).isLessThanOrEqualTo(before.files() + MORE_FILES);
        }
    }

    /** Until it shows a picture. */
    private static void open(CameraOpener opener, String address) throws Exception {
        try (var stream = opener.open(SeenCamera.camera(address, null), java.util.Optional.empty())) {
            var seen = false;
            while (!seen) {
                seen = stream.next(Duration.ofSeconds(20))
                        .filter(io.faceline.vision.camera.CameraEvent.Taken.class::isInstance)
                        .isPresent();
            }
        }
    }
}
