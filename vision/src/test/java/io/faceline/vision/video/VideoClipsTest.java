package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.video.clip.ClipFacts;
import io.faceline.vision.video.clip.ClipFormat;
import io.faceline.vision.video.clip.ClipRequest;
import io.faceline.vision.video.container.Orientation;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
@Timeout(120)
class VideoClipsTest {
    private static final long MAX_BYTES = 64 << 20;
    private static final double FRAME = 0.04;

    @TempDir
    Path folder;

    private final VideoClips clips = new VideoClips(VideoLimits.DEFAULT, MAX_BYTES, Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "a.mp4, libopenh264, aac, MP4",
        "a.mov, mpeg4, pcm_s16le, MATROSKA",
        "a.mkv, libopenh264, aac, MP4",
        "a.webm, libvpx-vp9, libopus, MP4",
        "a.webm, libvpx, libopus, WEBM",
        "a.avi, mjpeg, pcm_s16le, MATROSKA",
        "a.ts, libopenh264, aac, MP4",
        "a.ts, mpeg2video, mp2, MATROSKA",
        "a.mpg, mpeg2video, mp2, MATROSKA",
        "a.flv, flv, libmp3lame, MATROSKA",
        "a.wmv, wmv2, wmav2, MATROSKA",
        "a.ogv, libvpx, libopus, WEBM"
    })
    void hasTheFramesOfTheVideo_fromAKeyFrameOn(String name, String encoder, String sound, ClipFormat format)
            throws Exception {
        var video = TestVideos.make(
                folder.resolve(name), moving(6), "-g", "25", "-bf", "0", "-c:v", encoder, "-c:a", sound);
        var all = TestVideos.frames(video);

        var clip = folder.resolve("clip");
        var facts = cut(video, 2.3, 4.1, clip);

        assertThat(facts.format()).isEqualTo(format);
        assertThat(facts.soundTracks()).isEqualTo(1);
        assertThat(facts.from()).isBetween(1.2, 2.3);
        assertThat(facts.to()).isCloseTo(4.1, within(2 * FRAME));
        var original = all.stream()
                .filter(frame -> frame.position() > facts.from() - FRAME / 2)
                .filter(frame -> frame.position() < facts.to() + FRAME / 2)
                .toList();
        var cut = TestVideos.frames(clip);
        assertThat(cut.stream().map(VideoFrame::jpeg).toList())
                .isEqualTo(original.stream().map(VideoFrame::jpeg).toList());
        for (var i = 0; i < cut.size(); i++) {
            assertThat(facts.from() + cut.get(i).position())
                    .isCloseTo(original.get(i).position(), within(FRAME / 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, aac", "a.ts, aac", "a.mkv, pcm_s16le", "a.webm, libopus"})
    void hasTheSoundOfTheVideo(String name, String sound) throws Exception {
        var encoder = name.endsWith("webm") ? "libvpx" : "libopenh264";
        var video = TestVideos.make(folder.resolve(name), moving(6), "-g", "25", "-c:v", encoder, "-c:a", sound);
        var clip = folder.resolve("clip");

        var facts = cut(video, 2.3, 4.1, clip);

        var times = soundTimes(clip);
        assertThat(times).isSorted();
        assertThat(times.get(0)).isBetween(-0.1, 0.1);
        assertThat(times.get(times.size() - 1)).isCloseTo(4.1 - facts.from(), within(0.1));
    }

    /** In seconds, of each packet. */
    private static List<Double> soundTimes(Path clip) throws VideoException {
        var times = new ArrayList<Double>();
        var request = Request.allFrames(clip, TestVideos.kind(clip), VideoLimits.DEFAULT, 1);
        try (var packets = ClipPackets.open(request, () -> {})) {
            while (packets.read()) {
                if (!packets.isVideo()) {
                    times.add(packets.position());
                }
            }
        }
        return times;
    }

    private static List<String> moving(double seconds) {
        var inputs = new ArrayList<>(TestVideos.pattern(25, seconds));
        inputs.addAll(TestVideos.sound(seconds));
        return inputs;
    }

    private ClipFacts cut(Path video, double from, double to, Path clip) throws VideoException, IOException {
        try (var out = FileChannel.open(clip, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return clips.cut(
                    video,
                    new ClipRequest(from, to, "Gala in Zürich", "From 2300 ms."),
                    (position, bytes) -> out.write(ByteBuffer.wrap(bytes), position));
        }
    }

    @Test
    void hasFramesThatAreStoredInAnotherOrder() throws Exception {
        var video = TestVideos.make(
                folder.resolve("a.mp4"), TestVideos.pattern(25, 6), "-g", "25", "-bf", "2", "-c:v", "mpeg4");
        var all = TestVideos.frames(video);

        var clip = folder.resolve("clip");
        var facts = cut(video, 2.32, 4.12, clip);

        assertThat(facts.from()).isEqualTo(2.0, within(0.1));
        var cut = TestVideos.frames(clip);
        var begin = TestVideos.positions(all).indexOf(facts.from());
        assertThat(begin).isNotNegative();
        assertThat(cut).hasSizeBetween(54, 58);
        assertThat(cut.stream().map(VideoFrame::jpeg).toList())
                .isEqualTo(all.subList(begin, begin + cut.size()).stream()
                        .map(VideoFrame::jpeg)
                        .toList());
        assertThat(cut.get(0).position()).isCloseTo(0, within(1e-6));
    }

    @Test
    void hasTheFirstAndTheLastFrames() throws Exception {
        var video =
                TestVideos.make(folder.resolve("a.mp4"), TestVideos.pattern(25, 2), "-g", "10", "-c:v", "libopenh264");

        var clip = folder.resolve("clip");
        var facts = cut(video, 0, 100, clip);

        assertThat(facts.from()).isZero();
        assertThat(TestVideos.frames(clip)).isEqualTo(TestVideos.frames(video));
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, libopenh264", "a.webm, libvpx", "a.mkv, mjpeg"})
    void keepsTheRotation(String name, String encoder) throws Exception {
        var lying = TestVideos.make(folder.resolve("lying.mkv"), "-c:v", encoder);
        var turned = TestVideos.make(
                folder.resolve(name), List.of("-display_rotation", "90", "-i", lying.toString()), "-c", "copy");

        var clip = folder.resolve("clip");
        cut(turned, 0.5, 1, clip);

        assertThat(orientation(clip)).isEqualTo(orientation(turned)).isNotEqualTo(Orientation.UPRIGHT);
    }

    private static int orientation(Path video) throws VideoException {
        try (var demuxer = Demuxer.open(video, TestVideos.kind(video), VideoLimits.DEFAULT)) {
            return Orientation.of(demuxer.stream().codecpar());
        }
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, libopenh264", "a.webm, libvpx", "a.avi, mjpeg"})
    void saysWhereItComesFrom(String name, String encoder) throws Exception {
        var video = TestVideos.make(folder.resolve(name), "-c:v", encoder);

        var clip = folder.resolve("clip");
        cut(video, 0.5, 1, clip);

        assertThat(Files.readString(clip, StandardCharsets.ISO_8859_1))
                .contains(new String("Gala in Zürich".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .contains("From 2300 ms. Begins with the key frame at ");
    }

    @Test
    void isTheSame_whenCutAgain() throws Exception {
        var video = TestVideos.make(folder.resolve("a.avi"), "-c:v", "mjpeg");
        cut(video, 0.5, 1, folder.resolve("one"));

        cut(video, 0.5, 1, folder.resolve("two"));

        assertThat(folder.resolve("two")).hasSameBinaryContentAs(folder.resolve("one"));
    }

    /** As recordings of cameras that were restarted. */
    @Test
    void countsAsTheJobDoes_clockThatJumps() throws Exception {
        var one = TestVideos.make(folder.resolve("one.ts"), TestVideos.pattern(25, 4), "-c:v", "mpeg2video");
        var other = TestVideos.make(
                folder.resolve("other.ts"),
                TestVideos.pattern(25, 4),
                "-c:v",
                "mpeg2video",
                "-output_ts_offset",
                "5000");
        var both = folder.resolve("both.ts");
        Files.write(both, Files.readAllBytes(one));
        Files.write(both, Files.readAllBytes(other), StandardOpenOption.APPEND);
        var all = TestVideos.frames(both);

        var clip = folder.resolve("clip");
        var facts = cut(both, 6, 7, clip);

        assertThat(facts.from()).isBetween(5.0, 6.0);
        var begin = TestVideos.frames(clip).get(0);
        assertThat(all.stream().filter(frame -> Math.abs(frame.position() - facts.from()) < FRAME / 2))
                .extracting(VideoFrame::jpeg)
                .containsExactly(begin.jpeg());
        var over = cut(both, 3.5, 4.5, folder.resolve("over"));
        assertThat(over.to()).isCloseTo(4.5, within(2 * FRAME));
        assertThat(TestVideos.frames(folder.resolve("over")))
                .hasSize((int) Math.round((over.to() - over.from()) / FRAME) + 1);
    }

    @Test
    void endsWhereTheVideoIsTruncated() throws Exception {
        var video = TestVideos.make(folder.resolve("a.mkv"), "-g", "10", "-c:v", "mpeg4");
        var part = TestVideos.cut(video, 0.6);

        var clip = folder.resolve("clip");
        cut(part, 0.5, 1.9, clip);

        assertThat(TestVideos.frames(clip)).hasSizeBetween(5, 30);
        assertFails(part, 1.8, FailureCode.DAMAGED_VIDEO);
    }

    @Test
    void refuses_whatHasNoFrameThere() throws Exception {
        var video = TestVideos.make(folder.resolve("a.mp4"), "-c:v", "mpeg4");
        var empty = TestVideos.make(folder.resolve("zero.avi"), "-frames:v", "0", "-c:v", "mpeg4");

        assertFails(video, 5, FailureCode.NO_FRAMES);
        assertFails(empty, 0, FailureCode.NO_FRAMES);
        assertFails(TestVideos.cut(video, 0.6), 0, FailureCode.DAMAGED_VIDEO);
        assertFails(Files.writeString(folder.resolve("a.txt"), "no video at all"), 0, FailureCode.UNSUPPORTED_FORMAT);
    }

    private void assertFails(Path video, double from, FailureCode code) {
        assertThatExceptionOfType(VideoException.class)
                .isThrownBy(() -> cut(video, from, from + 1, folder.resolve("failed")))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void refuses_moreBytesThanTheLimit() {
        var video = TestVideos.make(folder.resolve("a.avi"), "-c:v", "mjpeg");
        var small = new VideoClips(VideoLimits.DEFAULT, 50_000, Duration.ofSeconds(30));

        assertThatExceptionOfType(VideoException.class)
                .isThrownBy(() -> small.cut(video, new ClipRequest(0, 2, "", ""), (position, bytes) -> {
                    assertThat(position + bytes.length).isLessThanOrEqualTo(50_000);
                }))
                .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TOO_MANY_BYTES));
    }

    @Test
    void endsItsProcess_whenTheClipIsUnwantedOrLate() {
        var video = TestVideos.make(folder.resolve("a.avi"), "-c:v", "mjpeg");
        var before = running();
        var hasty = new VideoClips(VideoLimits.DEFAULT, MAX_BYTES, Duration.ofMillis(1));

        assertThatExceptionOfType(VideoException.class)
                .isThrownBy(() -> hasty.cut(video, new ClipRequest(0, 2, "", ""), (position, bytes) -> {}))
                .satisfies(e -> assertThat(e.code()).isIn(FailureCode.TIMEOUT, FailureCode.DECODER_STUCK));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> clips.cut(video, new ClipRequest(0, 2, "", ""), (position, bytes) -> {
                    throw new IOException("disk full");
                }))
                .withMessage("disk full");

        await().untilAsserted(() -> assertThat(running()).isSubsetOf(before));
    }

    /** Processes that this one has started. */
    private static List<Long> running() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Cut in this process, where a crash would show, and a process for each would take minutes. */
    @Test
    void everyHostileFileEnds() throws Exception {
        var marker = TestVideos.make(folder.resolve("marker.mp4"), "-c:v", "mpeg4");
        var corpus =
                HostileCorpus.make(folder.resolve("corpus"), 150, 15, 3, URI.create("http://127.0.0.1:9/"), marker);
        var cut = 0;

        for (var item : corpus) {
            cut += isCut(item.file()) ? 1 : 0;
        }

        assertThat(cut).isGreaterThan(15);
    }

    private static boolean isCut(Path file) throws IOException {
        var kind = VideoKind.of(file);
        if (kind.isEmpty()) {
            return false;
        }
        var clip = new ClipRequest(0.4, 1.5, "title", "comment");
        var request = Request.clip(file, kind.get(), VideoLimits.DEFAULT, clip);
        try (var cutter = ClipCutter.open(request, clip, (position, bytes) -> {}, () -> {})) {
            var unused = cutter.cut();
            return true;
        } catch (VideoException e) {
            return false;
        }
    }
}
