package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.vision.TestModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class VideoPositionsTest {
    private static final double MILLISECOND = 1e-3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.mp4, libopenh264", "a.mkv, mpeg4", "a.webm, libvpx", "a.avi, mpeg4"})
    void samplesOnAClock(String name, String encoder) throws VideoException {
        var video = TestVideos.make(folder.resolve(name), "-c:v", encoder);

        assertPositions(video, 5, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8);
        assertPositions(video, 2, 0, 0.5 + 0.02, 1, 1.5 + 0.02);
        assertThat(TestVideos.frames(video, 25)).hasSize(50);
        assertThat(TestVideos.frames(video, 60)).hasSize(50);
    }

    @Test
    void followsTheClockOfTheVideo_variableRate() throws VideoException {
        var video = TestVideos.make(
                folder.resolve("vfr.mkv"),
                "-vf",
                "select='not(between(n,10,29))'",
                "-fps_mode",
                "vfr",
                "-c:v",
                "mpeg4");

        var every = IntStream.range(0, 50).filter(n -> n < 10 || n > 29).mapToDouble(n -> n / 25.0);
        assertPositions(video, 1000, every.toArray());
        assertPositions(video, 5, 0, 0.2, 1.2, 1.4, 1.6, 1.8);
    }

    @ParameterizedTest
    @CsvSource({
        "late.mp4, libopenh264, 1.5",
        "late.mp4, libopenh264, 100000",
        "late.mkv, mpeg4, 1.5",
        "late.mkv, mpeg4, 100000",
        "late.webm, libvpx, 5000",
        "late.mov, mjpeg, 5000",
        "late.ts, mpeg2video, 5000",
        "late.mpg, mpeg2video, 5000",
        "late.flv, flv, 5000",
        "late.wmv, wmv2, 5000"
    })
    void beginsAtZero_clockOfAnEarlierStart(String name, String encoder, String offset) throws VideoException {
        var video = TestVideos.make(folder.resolve(name), "-output_ts_offset", offset, "-c:v", encoder);
        var positions = TestVideos.positions(TestVideos.frames(video, 2));

        assertPositions(video, 2, 0, 0.52, 1, 1.52);
        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            assertThat(file.facts().start()).isCloseTo(0, within(MILLISECOND));
            assertThat(file.facts().duration()).isCloseTo(2, within(0.1));
            assertThat(file.at(positions.get(1)).orElseThrow().position()).isEqualTo(positions.get(1));
        }
    }

    @Test
    void beginsAtZero_clockOfTheSoundIsAnother() throws VideoException {
        var inputs = Stream.of(TestVideos.sound(2), List.of("-itsoffset", "5000"), TestVideos.pattern(25, 2))
                .flatMap(List::stream)
                .toList();
        var video = TestVideos.make(folder.resolve("two-clocks.mkv"), inputs, "-c:v", "mpeg4", "-c:a", "mp2");

        assertPositions(video, 2, 0, 0.52, 1, 1.52);
        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            assertThat(file.facts().duration()).isCloseTo(2, within(0.1));
        }
    }

    @Test
    void keepsThePauseBeforeTheFirstFrame_soundBeginsBefore() throws VideoException {
        var inputs = Stream.of(TestVideos.sound(3), List.of("-itsoffset", "1.6"), TestVideos.pattern(25, 1))
                .flatMap(List::stream)
                .toList();
        var video = TestVideos.make(
                folder.resolve("pause.mkv"), inputs, "-output_ts_offset", "5000", "-c:v", "mpeg4", "-c:a", "pcm_s16le");

        assertPositions(video, 2, 1.6, 2.12);
        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            assertThat(file.facts().start()).isCloseTo(1.6, within(MILLISECOND));
            assertThat(file.facts().duration()).isCloseTo(3, within(0.1));
        }
    }

    /** Recordings of cameras that were concatenated: the clock of the second one is behind that of the first. */
    @Test
    void continues_whereTheClockJumps() throws Exception {
        var late = TestVideos.make(folder.resolve("late.ts"), "-output_ts_offset", "500", "-c:v", "mpeg2video");
        var early = TestVideos.make(folder.resolve("early.ts"), "-c:v", "mpeg2video");
        var both = Files.write(folder.resolve("both.ts"), Files.readAllBytes(late));
        Files.write(both, Files.readAllBytes(early), StandardOpenOption.APPEND);

        var positions = TestVideos.positions(TestVideos.frames(both));

        assertThat(positions).hasSizeBetween(98, 100).isSorted().allMatch(position -> position >= 0 && position < 4.1);
    }

    @Test
    void agreesWithTheFile_hamilton() throws VideoException {
        var video = TestModels.shared("data/video/hamilton.mp4");

        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 1)) {
            assertThat(file.facts().start()).isCloseTo(0.852, within(MILLISECOND));
            assertThat(file.next().orElseThrow().position()).isCloseTo(0.852, within(MILLISECOND));
        }
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, libopenh264", "a.mkv, mpeg4", "a.webm, libvpx", "a.avi, mpeg4"})
    void findsTheFrameAtAPosition(String name, String encoder) throws VideoException {
        var video = TestVideos.make(folder.resolve(name), "-g", "7", "-c:v", encoder);
        var frames = TestVideos.frames(video);

        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            assertThat(file.at(1.2)).contains(frames.get(30));
            assertThat(file.at(1.21)).contains(frames.get(31));
            assertThat(file.at(0)).contains(frames.get(0));
            assertThat(file.at(-5)).contains(frames.get(0));
            assertThat(file.at(5)).isEmpty();
            assertThat(file.at(1.96)).contains(frames.get(49));
        }
    }

    /** These containers have no index. */
    @ParameterizedTest
    @CsvSource({"a.ts, mpeg2video", "b.ts, libopenh264", "a.mpg, mpeg2video", "a.flv, flv", "a.wmv, wmv2"})
    void findsTheFrameAtAPosition_withoutIndex(String name, String encoder) throws VideoException {
        var video = TestVideos.make(folder.resolve(name), "-g", "12", "-c:v", encoder);
        var positions = TestVideos.positions(TestVideos.frames(video));

        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            for (var n : new int[] {30, 31, 0, 17, positions.size() - 1}) {
                assertThat(file.at(positions.get(n)).orElseThrow().position())
                        .isCloseTo(positions.get(n), within(MILLISECOND));
            }
            assertThat(file.at(50)).isEmpty();
        }
    }

    private static ListAssert<Double> assertPositions(Path video, double framesPerSecond, double... expected)
            throws VideoException {
        var positions = TestVideos.positions(TestVideos.frames(video, framesPerSecond));
        return assertThat(positions)
                .usingComparatorForType(VideoPositionsTest::compare, Double.class)
                .isEqualTo(box(expected));
    }

    private static int compare(double one, double other) {
        return Math.abs(one - other) <= MILLISECOND ? 0 : Double.compare(one, other);
    }

    private static List<Double> box(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
