package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.process.Isolation;
import io.faceline.vision.process.MemoryRoom;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Videos of few bytes and very large frames, which decoders keep many of. */
@Tag("slow")
@Timeout(300)
class LargeVideosTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Less than what a JVM takes at most, but does not. */
    private static final long TIGHT = -(160L << 20);

    @TempDir
    static Path folder;

    private VideoDecoder decoder = new VideoDecoder(VideoLimits.DEFAULT);

    @AfterEach
    void close() {
        decoder.close();
    }

    @Test
    void framesOfExactlyTheLimit_areDecoded() throws VideoException {
        var video = TestVideos.make(folder.resolve("limit.avi"), plain(6000, 6000, 1), "-c:v", "mjpeg");

        try (var reading = decoder.open(video, 25)) {
            assertThat(reading.facts().width()).isEqualTo(6000);
            assertThat(reading.next()).isPresent();
        }
    }

    @Test
    void framesBeyondTheLimit_areRefusedWithTheirSize() {
        var video = TestVideos.make(folder.resolve("beyond.avi"), plain(6016, 6000, 1), "-c:v", "mjpeg");

        assertFails(video, FailureCode.TOO_MANY_PIXELS);
    }

    /** Full colour at 12 megapixels: 36 MB a frame, of which the decoder keeps several. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void framesThatTakeMoreMemoryThanAllowed_failTheVideo() throws VideoException {
        Assumptions.assumeTrue(Isolation.detected().prlimit().isPresent(), "prlimit is missing");
        var small = TestVideos.make(folder.resolve("small.mp4"), plain(640, 360, 5), "-c:v", "mpeg4");
        var bomb = TestVideos.make(
                folder.resolve("bomb.mkv"),
                plain(4000, 3000, 12),
                "-c:v",
                "libvpx-vp9",
                "-deadline",
                "realtime",
                "-cpu-used",
                "8",
                "-pix_fmt",
                "yuv444p");
        decoder.close();
        decoder = new VideoDecoder(VideoLimits.DEFAULT, PATIENCE, TIGHT, VideoRoom.SHARED);

        assertFails(bomb, FailureCode.TOO_COSTLY);
        try (var reading = decoder.open(small, 25)) {
            assertThat(reading.next()).isPresent();
        }
    }

    /** Two at a time would take twice the memory; and a job that is deleted need not wait. */
    @Test
    void videoThatFindsNoRoom_waitsForTheOneBefore() throws Exception {
        var video = TestVideos.make(folder.resolve("one.mp4"), plain(640, 360, 5), "-c:v", "mpeg4");
        var memory = new MemoryRoom(1 << 20);
        var room = new VideoRoom(memory, PATIENCE);
        decoder = new VideoDecoder(VideoLimits.DEFAULT, PATIENCE, VideoLimits.DEFAULT.maxMemory(), room);
        try (var other = new VideoDecoder(VideoLimits.DEFAULT, PATIENCE, VideoLimits.DEFAULT.maxMemory(), room)) {
            CompletableFuture<Integer> second;
            try (var first = decoder.open(video, 25)) {
                assertThat(first.next()).isPresent();
                assertThat(memory.free()).isZero();
                second = CompletableFuture.supplyAsync(() -> frames(other, video));
                await().atMost(PATIENCE).until(() -> memory.waiting() == 1);
            }
            assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(5);
        }
        assertThat(memory.free()).isEqualTo(1 << 20);
    }

    private static int frames(VideoDecoder decoder, Path video) {
        try (var reading = decoder.open(video, 25)) {
            var frames = 0;
            while (reading.next().isPresent()) {
                frames++;
            }
            return frames;
        } catch (VideoException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertFails(Path video, FailureCode code) {
        assertThatExceptionOfType(VideoException.class)
                .isThrownBy(() -> {
                    try (var reading = decoder.open(video, 25)) {
                        while (reading.next().isPresent()) {}
                    }
                })
                .satisfies(e -> assertThat(e.code()).as(e.text()).isEqualTo(code));
    }

    private static List<String> plain(int width, int height, int frames) {
        return List.of("-f", "lavfi", "-i", "color=gray:r=25:s=" + width + "x" + height, "-frames:v", "" + frames);
    }
}
