package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.process.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@Timeout(120)
class VideoDecoderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private final VideoDecoder decoder = new VideoDecoder(VideoLimits.DEFAULT, PATIENCE);
    private Path video;

    @BeforeEach
    void makeVideo() {
        video = folder.resolve("long.mp4");
        if (!Files.exists(video)) {
            TestVideos.make(video, TestVideos.pattern(25, 20), "-c:v", "mpeg4");
        }
    }

    @AfterEach
    void close() {
        decoder.close();
    }

    @Test
    void givesTheSameFrames_asInThisProcess() throws VideoException {
        assertThat(frames(decoder, video, 5)).hasSize(100).isEqualTo(TestVideos.frames(video, 5));
    }

    @Test
    void keepsItsProcess_forTheNextFile() throws Exception {
        assumeThat(Isolation.detected().bubblewrap())
                .as("in a sandbox, a process reads one file only")
                .isEmpty();
        var broken = TestVideos.cut(video, 0.5);
        var pid = decoder.pid();

        assertFails(broken, FailureCode.DAMAGED_VIDEO);
        assertThat(frames(decoder, video, 1)).hasSize(20);
        assertThat(decoder.frameAt(video, 3)).isPresent();
        assertFails(broken, FailureCode.DAMAGED_VIDEO);

        assertThat(decoder.pid()).isEqualTo(pid);
    }

    @Test
    void findsTheFrameAtAPosition() throws VideoException {
        var every = TestVideos.frames(video);

        assertThat(decoder.frameAt(video, 12.34)).contains(every.get(309));
        assertThat(decoder.frameAt(video, 100)).isEmpty();
        assertThat(decoder.frameAt(video, 0)).contains(every.get(0));
    }

    @Test
    void reportsErrorsOfTheFile() throws IOException {
        var zero = TestVideos.make(folder.resolve("zero.avi"), "-frames:v", "0", "-c:v", "mpeg4");
        var text = Files.writeString(folder.resolve("text.mp4"), "I am not a video, whatever my name is");

        assertFails(zero, FailureCode.NO_FRAMES);
        assertFails(text, FailureCode.UNSUPPORTED_FORMAT);
        assertFails(Files.write(folder.resolve("empty.mp4"), new byte[0]), FailureCode.EMPTY_FILE);
        assertFails(folder, FailureCode.UNREADABLE_FILE);
        assertFails(folder.resolve("missing.mp4"), FailureCode.UNREADABLE_FILE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void crashFailsTheFile_andTheNextFileWorks() throws Exception {
        try (var reading = decoder.open(video, 25)) {
            assertThat(reading.next()).isPresent();
            var pid = decoder.pid();
            signal("SEGV", pid);

            assertThatExceptionOfType(VideoException.class)
                    .isThrownBy(() -> readAll(reading))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.DECODER_CRASHED));
            assertGone(pid);
            Files.deleteIfExists(Path.of(System.getProperty("java.io.tmpdir"), "faceline-decoder-" + pid + ".log"));
        }

        assertThat(frames(decoder, video, 1)).hasSize(20);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void retriesAFile_afterAnEarlierCrash() throws Exception {
        frames(decoder, video, 1);
        signal("KILL", decoder.pid());

        assertThat(frames(decoder, video, 1)).hasSize(20);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hungProcessIsTerminated_andTheNextFileWorks() throws Exception {
        try (var withShortTimeout = new VideoDecoder(VideoLimits.DEFAULT, Duration.ofSeconds(2))) {
            withShortTimeout.prepare();
            decodeOnce(withShortTimeout);
            long pid;
            try (var reading = withShortTimeout.open(video, 25)) {
                pid = withShortTimeout.pid();
                signal("STOP", pid);
                var started = System.nanoTime();

                assertThatExceptionOfType(VideoException.class)
                        .isThrownBy(() -> readAll(reading))
                        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.DECODER_STUCK));
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            }

            assertGone(pid);
        }
        assertThat(frames(decoder, video, 1)).hasSize(20);
    }

    /** A generous timeout for starting a process on a slow machine. */
    private void decodeOnce(VideoDecoder withShortTimeout) {
        for (var i = 0; i < 10; i++) {
            try {
                frames(withShortTimeout, video, 1);
                return;
            } catch (VideoException e) {
                assertThat(e.code()).isEqualTo(FailureCode.DECODER_STUCK);
            }
        }
    }

    @Test
    void leavesNoProcess_closedEarly() throws Exception {
        long pid;
        try (var reading = decoder.open(video, 25)) {
            assertThat(reading.next()).isPresent();
            pid = decoder.pid();
        }
        assertGone(pid);

        var next = decoder.pid();
        decoder.close();
        assertGone(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "concat:a|b.mp4",
                "http:x.mp4",
                "file:x.mp4",
                "-i.mp4",
                "with spaces + plus & 100%25.mp4",
                "über 王.mp4",
                "x.m3u8",
                "x.jpg",
                "%d.mp4",
                "'quote\".mp4"
            })
    @DisabledOnOs(OS.WINDOWS)
    void fileNames_areNeverUrls(String name) throws Exception {
        var renamed = Files.copy(video, folder.resolve(name));

        assertThat(frames(decoder, renamed, 1)).hasSize(20);
    }

    private static List<VideoFrame> frames(VideoDecoder decoder, Path file, double framesPerSecond)
            throws VideoException {
        try (var reading = decoder.open(file, framesPerSecond)) {
            return readAll(reading);
        }
    }

    private static List<VideoFrame> readAll(VideoDecoder.Reading reading) throws VideoException {
        var frames = new ArrayList<VideoFrame>();
        for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
            frames.add(frame.get());
        }
        return frames;
    }

    private void assertFails(Path file, FailureCode code) {
        assertThatExceptionOfType(VideoException.class)
                .isThrownBy(() -> frames(decoder, file, 5))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    /** To the process and, in a sandbox, to the JVM within. */
    private static void signal(String name, long pid) throws IOException, InterruptedException {
        var process = ProcessHandle.of(pid).orElseThrow();
        var command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(pid)));
        process.descendants().forEach(inner -> command.add(Long.toString(inner.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private static void assertGone(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
}
