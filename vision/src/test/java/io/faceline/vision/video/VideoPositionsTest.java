package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.vision.TestModels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
    @CsvSource({"late.mp4, libopenh264", "late.mkv, mpeg4", "late.webm, libvpx"})
    void isNotShiftedToZero(String name, String encoder) throws VideoException {
        var video = TestVideos.make(folder.resolve(name), "-output_ts_offset", "1.5", "-c:v", encoder);

        assertPositions(video, 2, 1.5, 2.02, 2.5, 3.02);
        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            assertThat(file.facts().start()).isCloseTo(1.5, within(MILLISECOND));
        }
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
