package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.TestModels;
import io.faceline.vision.image.ImageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;

class InterlacedVideosTest {
    /** The lines of each frame are taken in turn from two frames of a moving picture. */
    private static final String WEAVE =
            "scroll=h=0.06,format=yuv420p,separatefields,select='eq(mod(n,4),0)+eq(mod(n,4),3)',weave=first_field=top,fps=25";

    private static final String[] INTERLACED = {"-vf", WEAVE + ",setfield=tff", "-flags", "+ilme+ildct"};
    private static final String[] UNMARKED = {"-vf", WEAVE + ",setfield=prog"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.ts, mpeg2video", "a.mpg, mpeg2video", "a.mkv, mpeg2video", "a.mp4, mpeg4", "a.avi, mpeg4"})
    void removesTheCombs_ofFramesMarkedAsInterlaced(String name, String encoder) throws Exception {
        var interlaced = TestVideos.frames(make(name, encoder, INTERLACED));
        var asStored = TestVideos.frames(make("unmarked-" + name, encoder, UNMARKED));

        assertThat(interlaced).hasSameSizeAs(asStored).hasSizeBetween(24, 25);
        assertThat(TestVideos.positions(interlaced)).isSorted().doesNotHaveDuplicates();
        assertThat(combs(interlaced.get(12))).isLessThan(0.4 * combs(asStored.get(12)));
        assertThat(combs(interlaced.get(interlaced.size() - 1))).isLessThan(0.4 * combs(asStored.get(12)));
    }

    @Test
    void findsTheFrameAtAPosition() throws Exception {
        var video = make("seek.mkv", "mpeg2video", INTERLACED);
        var frames = TestVideos.frames(video);

        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            for (var n : new int[] {7, 3, 23}) {
                var found = file.at(frames.get(n).position()).orElseThrow();
                assertThat(found.position()).isEqualTo(frames.get(n).position());
                assertThat(combs(found)).isLessThan(1.2 * combs(frames.get(n)));
            }
        }
    }

    @Test
    void losesNoFrame_whereTheSizeChanges() throws Exception {
        var frames = TestVideos.frames(ofTwoSizes("interlaced", INTERLACED));
        var unmarked = TestVideos.frames(ofTwoSizes("unmarked", UNMARKED));

        assertThat(frames).hasSameSizeAs(unmarked).hasSizeGreaterThan(40);
        assertThat(frames).extracting(InterlacedVideosTest::width).isEqualTo(widths(unmarked));
    }

    private Path ofTwoSizes(String name, String... options) throws Exception {
        var large = make(name + "-large.ts", "mpeg2video", options);
        var small = TestVideos.make(
                folder.resolve(name + "-small.ts"),
                TestVideos.pattern(50, 1),
                with(options, "-c:v", "mpeg2video", "-s", "96x64", "-output_ts_offset", "1"));
        var both = Files.write(folder.resolve(name + ".ts"), Files.readAllBytes(large));
        return Files.write(both, Files.readAllBytes(small), StandardOpenOption.APPEND);
    }

    private static List<Integer> widths(List<VideoFrame> frames) {
        return frames.stream().map(InterlacedVideosTest::width).toList();
    }

    private static int width(VideoFrame frame) {
        try (var picture = VideoFormatsTest.picture(frame)) {
            return picture.width();
        } catch (ImageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keepsAFrameThatIsTooSmallToDeinterlace() throws Exception {
        var video = TestVideos.make(
                folder.resolve("low.mkv"),
                List.of("-f", "lavfi", "-i", "testsrc2=s=160x2:r=25:d=1"),
                "-vf",
                "setfield=tff",
                "-flags",
                "+ilme+ildct",
                "-c:v",
                "mpeg4");

        assertThat(TestVideos.frames(video)).hasSize(25);
    }

    @Test
    @Tag("slow")
    void agreesWithTheFile_panOfACamera() throws Exception {
        var video = TestModels.shared("cases/interlaced/interlaced.mp4");
        var progressive = TestModels.shared("cases/interlaced/progressive.mp4");

        var combed = combs(TestVideos.frames(video).get(20));

        assertThat(combed).isLessThan(1.5 * combs(TestVideos.frames(progressive).get(20)));
    }

    private Path make(String name, String encoder, String... options) {
        return TestVideos.make(
                folder.resolve(name), TestVideos.pattern(50, 1), with(options, "-c:v", encoder, "-q:v", "2"));
    }

    private static String[] with(String[] options, String... more) {
        return Stream.of(options, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    /** How much more a line differs from the next one than from the one after that. */
    private static double combs(VideoFrame frame) throws ImageException {
        try (var picture = VideoFormatsTest.picture(frame)) {
            var rows = picture.height() - 2;
            var lines = picture.bgr().rowRange(0, rows);
            return Math.max(
                    0,
                    difference(lines, picture.bgr().rowRange(1, rows + 1))
                            - difference(lines, picture.bgr().rowRange(2, rows + 2)) / 2);
        }
    }

    private static double difference(Mat one, Mat other) {
        return Core.norm(one, other, Core.NORM_L1) / one.total();
    }
}
