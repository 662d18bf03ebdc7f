package io.faceline.vision.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("slow")
@Timeout(600)
@EnabledOnOs(OS.LINUX)
class CameraLifeTest {
    /** {@code -Dfaceline.camera.reopenings=300} for longer. */
    private static final int REOPENINGS = Integer.getInteger("faceline.camera.reopenings", 50);

    private static final int AT_A_TIME = 6;
    private static final int FEW_FILES = 8;

    @Test
    void close_saysGoodbyeAndLeavesNothing() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "max=1", "linger=60")) {
            try (var viewer = Viewer.open(camera.address())) {
                viewer.watch(1);
                var before = System.nanoTime();
                viewer.stream.close();

                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
                assertThat(handle(viewer).isAlive()).isFalse();
                await().untilAsserted(() -> assertThat(camera.log()).contains("TEARDOWN"));
            }
            // The camera's only place is free again at once.
            try (var again = Viewer.open(camera.address())) {
                assertThat(again.watch(1).end).isEmpty();
            }
        }
    }

    @Test
    void cameraThatHangs_isClosedInTime() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "hang=DESCRIBE");
                var viewer = Viewer.open(camera.address())) {
            await().until(() -> camera.log().contains("DESCRIBE"));
            var before = System.nanoTime();
            viewer.stream.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(2500));
            await().untilAsserted(() -> assertThat(handle(viewer).isAlive()).isFalse());
        }
    }

    @Test
    void processThatIsKilled_isToldAsCrashed() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264());
                var viewer = Viewer.open(camera.address())) {
            viewer.watch(1);
            handle(viewer).destroyForcibly();

            assertThat(viewer.watchToTheEnd().fault()).isEqualTo(CameraFault.CRASHED);
        }
    }

    @Test
    void processThatTakesTooMuchMemory_ends() throws Exception {
        var patience = new Patience(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                20);
        try (var camera = FakeCamera.rtsp(CameraClips.h264());
                var viewer = Viewer.open(camera.address(), patience)) {
            var end = viewer.watchToTheEnd();

            assertThat(end.fault()).isEqualTo(CameraFault.ENDED);
            assertThat(end).hasMessageContaining("MiB of memory");
        }
    }

    @Test
    void killedParent_leavesNoProcess() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264())) {
            var parent = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OnlyViewer.class.getName(),
                            camera.url())
                    .redirectError(new File("/dev/null"))
                    .start();
            var out = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
            var child = ProcessHandle.of(pid(out)).orElseThrow();
            parent.destroyForcibly();

            await().atMost(Duration.ofSeconds(5)).until(() -> !child.isAlive());
            assertThat(camera.log()).contains("TEARDOWN");
        }
    }

    private static long pid(BufferedReader out) throws Exception {
        while (true) {
            var line = out.readLine();
            if (line.startsWith("child ")) {
                return Long.parseLong(line.substring(6));
            }
        }
    }

    /** A program that watches a camera and prints its process. */
    static final class OnlyViewer {
        private OnlyViewer() {}

        public static void main(String... arguments) throws Exception {
            var viewer = Viewer.open(FfmpegAddress.rtsp(arguments[0], Optional.empty(), Optional.empty()));
            viewer.watch(1);
            System.out.println("child " + handle(viewer).pid());
            viewer.watchToTheEnd();
        }
    }

    private static ProcessHandle handle(Viewer viewer) {
        return ((CameraProcess) viewer.stream).handle();
    }

    @Test
    void reopenings_leaveNoProcessesAndNoFiles() throws Exception {
        try (var camera = FakeCamera.rtsp(CameraClips.h264(), "close=5", "fps=50")) {
            open(camera.address());
            var filesBefore = openFiles();
            var children =
                    InParallel.each(AT_A_TIME, Collections.nCopies(REOPENINGS, camera.address()), CameraLifeTest::open);

            assertThat(children).hasSize(REOPENINGS).allSatisfy(child -> assertThat(
                            Files.exists(Path.of("/proc", "" + child.pid())))
                    .isFalse());
            await().untilAsserted(() -> assertThat(openFiles()).isLessThan(filesBefore + FEW_FILES));
        }
    }

    private static ProcessHandle open(FfmpegAddress address) throws Exception {
        try (var viewer = Viewer.open(address)) {
            assertThat(viewer.watchToTheEnd().fault()).isEqualTo(CameraFault.ENDED);
            return handle(viewer);
        }
    }

    private static int openFiles() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }
}
