package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several video tracks is the video. */
class VideoTracksTest {
    private static final int WIDTH = 160;
    private static final int OTHER_WIDTH = 64;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.mp4, default", "a.mp4, 0", "a.mov, default", "a.mkv, default", "a.mkv, 0", "a.avi, 0"})
    void skipsAStillInFrontOfTheVideo(String name, String disposition) throws VideoException {
        var video = twoTracks(
                name,
                0.04,
                "-c:v:0",
                "mjpeg",
                "-c:v:1",
                "mpeg4",
                "-disposition:v:0",
                disposition,
                "-disposition:v:1",
                "0");

        assertThat(TestVideos.frames(video)).hasSize(25);
        assertTracks(video, WIDTH, 0);
    }

    @Test
    void skipsCoverArtInFrontOfTheVideo() throws VideoException {
        var video =
                twoTracks("cover.mp4", 0.04, "-c:v:0", "png", "-c:v:1", "mpeg4", "-disposition:v:0", "attached_pic");

        assertTracks(video, WIDTH, 0);
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, 0, default, 160", "a.mp4, default, 0, 64", "a.mkv, 0, default, 160", "a.mkv, default, 0, 64"})
    void takesTheDefaultOfTwoVideos_andCountsTheOther(String name, String first, String second, int width)
            throws VideoException {
        var video = twoTracks(name, 1, "-c:v", "mpeg4", "-disposition:v:0", first, "-disposition:v:1", second);

        assertThat(TestVideos.frames(video)).hasSize(25);
        assertTracks(video, width, 1);
    }

    @ParameterizedTest
    @CsvSource({"a.ts, mpeg2video", "a.mpg, mpeg2video", "a.wmv, wmv2"})
    void countsTheOtherVideo_tracksAppearWhileReading(String name, String encoder) throws VideoException {
        var video = twoTracks(name, 1, "-c:v", encoder);

        assertThat(TestVideos.frames(video)).hasSizeBetween(24, 25);
        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            assertThat(file.facts().otherTracks()).isEqualTo(1);
        }
    }

    @Test
    void decodesAStill_withoutAnyVideo() throws VideoException {
        var video = TestVideos.make(folder.resolve("still.mkv"), "-frames:v", "1", "-c:v", "mjpeg");

        assertThat(TestVideos.frames(video)).hasSize(1);
        assertTracks(video, WIDTH, 0);
    }

    /** A small track in front of one of {@link #WIDTH}. */
    private Path twoTracks(String name, double secondsOfTheFirst, String... encoding) {
        var small = "testsrc2=s=" + OTHER_WIDTH + "x48:r=25:d=" + secondsOfTheFirst;
        var inputs = Stream.of(
                        List.of("-f", "lavfi", "-i", small),
                        TestVideos.pattern(25, 1),
                        List.of("-map", "0", "-map", "1"))
                .flatMap(List::stream)
                .toList();
        return TestVideos.make(folder.resolve(name), inputs, encoding);
    }

    private static void assertTracks(Path video, int width, int others) throws VideoException {
        try (var file = VideoFile.open(video, TestVideos.kind(video), VideoLimits.DEFAULT, 5)) {
            assertThat(file.facts().width()).isEqualTo(width);
            assertThat(file.facts().otherTracks()).isEqualTo(others);
        }
    }
}
