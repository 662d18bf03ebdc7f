package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.TestModels;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;

class VideoFormatsTest {
    private static final double COLOUR_TOLERANCE = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.mp4, libopenh264, aac",
        "a.mov, libopenh264, pcm_s16le",
        "a.m4v, mpeg4, aac",
        "a.3gp, h263, none",
        "a.mkv, libopenh264, ac3",
        "a.webm, libvpx, libopus",
        "a9.webm, libvpx-vp9, none",
        "av1.mp4, libsvtav1, none",
        "a.avi, mpeg4, mp2",
        "mjpeg.avi, mjpeg, pcm_s16le",
        "raw.avi, rawvideo, none",
        "mpeg2.mkv, mpeg2video, none",
        "prores.mov, prores_ks, none",
        "a.ts, libopenh264, aac",
        "mpeg2.ts, mpeg2video, mp2",
        "a.mts, libopenh264, ac3",
        "a.m2ts, mpeg2video, ac3",
        "a.mpg, mpeg2video, mp2",
        "mpeg1.mpg, mpeg1video, mp2",
        "a.vob, mpeg2video, ac3",
        "a.flv, flv, libmp3lame",
        "h264.flv, libopenh264, aac",
        "a.wmv, wmv2, wmav2",
        "old.wmv, wmv1, none",
        "a.asf, msmpeg4, none",
        "a.ogv, libvpx, libopus"
    })
    void decodesEveryFrame_ofEachContainer(String name, String picture, String sound) throws Exception {
        var inputs = Stream.of(TestVideos.pattern(25, 0.4), TestVideos.sound(0.4))
                .flatMap(List::stream)
                .toList();
        var tracks = sound.equals("none") ? new String[] {"-an"} : new String[] {"-c:a", sound, "-strict", "-2"};
        var size = picture.equals("h263") ? "176x144" : "160x120";
        var encoding = Stream.concat(Stream.of("-c:v", picture, "-vf", scaled(size)), Stream.of(tracks));

        var frames = TestVideos.frames(TestVideos.make(folder.resolve(name), inputs, encoding.toArray(String[]::new)));

        assertThat(frames).hasSize(10);
        try (var shown = picture(frames.get(9))) {
            assertThat(shown.width() + "x" + shown.height()).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @CsvSource({"one.mp4, mpeg4", "one.mov, mjpeg", "one.mkv, libopenh264", "one.webm, libvpx", "one.avi, mpeg4"})
    void decodesTheOnlyFrame(String name, String encoder) throws Exception {
        var video = TestVideos.make(folder.resolve(name), "-frames:v", "1", "-c:v", encoder);

        assertThat(TestVideos.positions(TestVideos.frames(video))).containsExactly(0.0);
    }

    @ParameterizedTest
    @CsvSource({"odd.mp4, 161x121, mpeg4", "odd.webm, 99x77, libvpx", "odd.avi, 33x31, mjpeg", "thin.mkv, 16x400, mpeg4"
    })
    void keepsOddSizes(String name, String size, String encoder) throws Exception {
        var video = TestVideos.make(
                folder.resolve(name),
                "-frames:v",
                "3",
                "-vf",
                scaled(size),
                "-pix_fmt",
                pixels(encoder),
                "-c:v",
                encoder);

        var frames = TestVideos.frames(video);

        assertThat(frames).hasSize(3);
        try (var shown = picture(frames.get(2))) {
            assertThat(shown.width() + "x" + shown.height()).isEqualTo(size);
        }
    }

    private static String scaled(String size) {
        return "scale=" + size + ",setsar=1";
    }

    private static String pixels(String encoder) {
        return encoder.equals("mjpeg") ? "yuvj420p" : "yuv420p";
    }

    @ParameterizedTest
    @CsvSource({"wide.mp4, 2/1, 320", "narrow.mkv, 1/2, 80", "pal.avi, 16/15, 171", "square.mov, 1/1, 160"})
    void makesPixelsSquare(String name, String aspect, int width) throws Exception {
        var video = TestVideos.make(folder.resolve(name), "-frames:v", "2", "-vf", "setsar=" + aspect, "-c:v", "mpeg4");

        try (var shown = picture(TestVideos.frames(video).get(0))) {
            assertThat(shown.width()).isEqualTo(width);
            assertThat(shown.height()).isEqualTo(120);
        }
    }

    @Test
    void followsChangesOfTheFrameSize() throws Exception {
        var small = TestVideos.make(folder.resolve("small.mjpeg"), "-frames:v", "2", "-c:v", "mjpeg");
        var large = TestVideos.make(
                folder.resolve("large.mjpeg"), "-frames:v", "2", "-vf", scaled("320x200"), "-c:v", "mjpeg");
        var both = Files.write(folder.resolve("both.mjpeg"), Files.readAllBytes(small));
        Files.write(both, Files.readAllBytes(large), StandardOpenOption.APPEND);
        var video = TestVideos.make(
                folder.resolve("both.avi"), List.of("-f", "mjpeg", "-i", both.toString()), "-c", "copy");

        assertThat(TestVideos.frames(video)).extracting(VideoFormatsTest::width).containsExactly(160, 160, 320, 320);
    }

    /** A saturated orange, which wrong colour matrices and ranges change by 8 or more. */
    @ParameterizedTest
    @CsvSource({
        "601.mp4, libopenh264, yuv420p, smpte170m, tv",
        "709.mp4, libopenh264, yuv420p, bt709, tv",
        "full.mp4, libopenh264, yuv420p, smpte170m, pc",
        "full709.mkv, libvpx-vp9, yuv420p, bt709, pc",
        "ten.mkv, libvpx-vp9, yuv420p10le, bt709, tv",
        "ten.mov, prores_ks, yuv422p10le, bt709, tv",
        "444.webm, libvpx-vp9, yuv444p, bt709, tv",
        "mjpeg.avi, mjpeg, yuvj420p, smpte170m, pc",
        "mjpeg422.avi, mjpeg, yuvj422p, smpte170m, pc"
    })
    void keepsColours(String name, String encoder, String format, String matrix, String range) throws Exception {
        var filter = "scale=out_color_matrix=" + matrix + ":out_range=" + range + ",format=" + format;
        var video = orange(
                name, "-vf", filter, "-c:v", encoder, "-colorspace", matrix, "-color_range", range, "-b:v", "2M");

        assertOrange(video);
    }

    @Test
    void keepsColours_ofVideosInRgb() throws Exception {
        assertOrange(orange("rgb.avi", "-pix_fmt", "bgr24", "-c:v", "rawvideo"));
    }

    private Path orange(String name, String... encoding) {
        var inputs = List.of("-f", "lavfi", "-i", "color=0xC86432:s=160x120:r=25:d=0.2");
        return TestVideos.make(folder.resolve(name), inputs, encoding);
    }

    private static void assertOrange(Path video) throws Exception {
        try (var shown = picture(TestVideos.frames(video).get(2))) {
            var mean = Core.mean(shown.bgr()).val;
            assertThat(mean[2]).as("red").isCloseTo(200, within(COLOUR_TOLERANCE));
            assertThat(mean[1]).as("green").isCloseTo(100, within(COLOUR_TOLERANCE));
            assertThat(mean[0]).as("blue").isCloseTo(50, within(COLOUR_TOLERANCE));
        }
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, aac", "mp3.mp4, libmp3lame", "a.mkv, libmp3lame", "a.webm, libopus", "a.avi, mp2"})
    void rejectsAudioOnly(String name, String encoder) {
        var sound = TestVideos.make(
                folder.resolve(name), TestVideos.sound(1), "-c:a", encoder, "-ar", "48000", "-strict", "-2");

        DamagedVideosTest.assertRefused(sound, FailureCode.NO_VIDEO, "no video stream");
    }

    @Test
    void rejectsAudioOnly_ogg() {
        var sound = TestVideos.make(folder.resolve("a.ogg"), TestVideos.sound(1), "-c:a", "libopus");

        DamagedVideosTest.assertRefused(sound, FailureCode.NO_VIDEO, "no video stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "video-named-photo/00001.MTS",
                "video-named-photo/base.ts",
                "video-named-photo/m.mpg",
                "video-named-photo/base.flv",
                "video-named-photo/w.wmv",
                "video-named-photo/o.ogv"
            })
    void decodesRecordings(String name) throws VideoException {
        var frames = TestVideos.frames(TestModels.shared("cases/" + name));

        assertThat(frames).hasSizeBetween(14, 17);
        assertThat(TestVideos.positions(frames)).allMatch(position -> position < 1);
    }

    @Test
    void rejectsCoverArt() {
        var cover = TestVideos.make(folder.resolve("cover.png"), "-frames:v", "1");
        var inputs = Stream.concat(TestVideos.sound(1).stream(), Stream.of("-i", cover.toString()))
                .toList();
        var song = TestVideos.make(
                folder.resolve("song.m4a"),
                inputs,
                "-map",
                "0",
                "-map",
                "1",
                "-c:a",
                "aac",
                "-c:v",
                "png",
                "-disposition:v",
                "attached_pic");

        DamagedVideosTest.assertRefused(song, FailureCode.NO_VIDEO, "no video stream");
    }

    @Test
    void rejectsUncommonCodecs() {
        var video = TestVideos.make(folder.resolve("a.avi"), "-frames:v", "2", "-c:v", "ffv1");

        DamagedVideosTest.assertRefused(video, FailureCode.UNSUPPORTED_FORMAT, "Save it as H.264");
    }

    static Picture picture(VideoFrame frame) throws ImageException {
        return new ImageDecoder(ImageLimits.DEFAULT).decode(frame.jpeg());
    }

    private static int width(VideoFrame frame) {
        try (var picture = picture(frame)) {
            return picture.width();
        } catch (ImageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void reducesTheQuality_ofFramesBeyondTheLimit() throws IOException, VideoException {
        var video = TestVideos.make(folder.resolve("a.avi"), "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "1");
        var fine = TestVideos.frames(video).get(0).jpeg().size();
        var limits = new VideoLimits(1_000_000, fine - 1, 1 << 29);

        try (var reading = VideoFile.open(video, VideoKind.AVI, limits, 5)) {
            assertThat(reading.next().orElseThrow().jpeg().size()).isLessThan(fine);
        }
    }
}
