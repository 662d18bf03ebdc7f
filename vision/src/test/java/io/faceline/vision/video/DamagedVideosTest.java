package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.contracts.frame.FailureCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class DamagedVideosTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "cut.mkv, mpeg4, ",
        "cut.webm, libvpx, ",
        "cut.avi, mpeg4, ",
        "cut.wmv, wmv2, ",
        "cut.ogv, libvpx, ",
        "cut.mp4, libopenh264, +faststart",
        "cut.mov, mpeg4, +faststart",
        "fragments.mp4, libopenh264, frag_keyframe+empty_moov"
    })
    void givesFramesThenAnError_cutInTheMiddle(String name, String encoder, String flags) throws Exception {
        var whole = TestVideos.make(folder.resolve(name), encoding(encoder, flags));
        var part = TestVideos.cut(whole, 0.6);
        var frames = new ArrayList<VideoFrame>();

        try (var video = VideoFile.open(part, TestVideos.kind(part), VideoLimits.DEFAULT, 1000)) {
            assertThatExceptionOfType(VideoException.class)
                    .isThrownBy(() -> readAll(video, frames))
                    .withMessageContaining("is truncated")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.DAMAGED_VIDEO));
        }

        assertThat(frames).hasSizeBetween(20, 40);
        assertThat(frames.subList(0, 20)).isEqualTo(TestVideos.frames(whole).subList(0, 20));
    }

    private static String[] encoding(String encoder, String flags) {
        return flags == null
                ? new String[] {"-g", "10", "-c:v", encoder}
                : new String[] {"-g", "10", "-c:v", encoder, "-movflags", flags};
    }

    private static void readAll(VideoFile video, List<VideoFrame> frames) throws VideoException {
        for (var frame = video.next(); frame.isPresent(); frame = video.next()) {
            frames.add(frame.get());
        }
    }

    /** Their end is not declared anywhere. */
    @ParameterizedTest
    @CsvSource({"cut.ts, mpeg2video", "cut.mpg, mpeg2video", "cut.flv, flv"})
    void givesFrames_streamCutInTheMiddle(String name, String encoder) throws Exception {
        var whole = TestVideos.make(folder.resolve(name), "-g", "10", "-c:v", encoder);

        assertThat(TestVideos.frames(TestVideos.cut(whole, 0.6))).hasSizeBetween(20, 40);
    }

    @Test
    void refuses_cutBeforeTheIndex() {
        var whole = TestVideos.make(folder.resolve("late.mp4"), "-c:v", "mpeg4");

        assertRefused(TestVideos.cut(whole, 0.6), FailureCode.DAMAGED_VIDEO, "Copy or save it again");
        assertRefused(TestVideos.cut(whole, 0.995), FailureCode.DAMAGED_VIDEO, "Copy or save it again");
    }

    @Test
    void decodes_withoutIndexOfAvi() throws Exception {
        var whole = TestVideos.make(folder.resolve("a.avi"), "-c:v", "mpeg4");
        var bytes = Files.readAllBytes(whole);
        var index = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("idx1");
        bytes[index] = 'j';
        Files.write(whole, bytes);

        assertThat(TestVideos.frames(whole)).hasSize(50);
    }

    @Test
    void skipsDamagedPackets() throws Exception {
        var whole = TestVideos.make(folder.resolve("a.mkv"), "-g", "5", "-c:v", "mpeg4");
        var bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 3000, (byte) 0);
        Files.write(whole, bytes);

        assertThat(TestVideos.frames(whole)).hasSizeBetween(30, 50);
    }

    @Test
    void hasNoFrame_tracksWithoutAny() throws VideoException {
        var video = TestVideos.make(folder.resolve("zero.avi"), "-frames:v", "0", "-c:v", "mpeg4");

        assertThat(TestVideos.frames(video)).isEmpty();
    }

    @Test
    void refuses_moreThanTheLimits() {
        var video = TestVideos.make(folder.resolve("a.mp4"), "-frames:v", "2", "-c:v", "libopenh264");
        var limits = new VideoLimits(160 * 120 - 1, 1 << 20, 1 << 29);

        assertThatExceptionOfType(VideoException.class)
                .isThrownBy(
                        () -> VideoFile.open(video, VideoKind.MP4, limits, 5).close())
                .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TOO_MANY_PIXELS));
    }

    @Test
    void refuses_pixelsThatAreShownTooWide() {
        var video = TestVideos.make(
                folder.resolve("wide.mov"), "-frames:v", "2", "-c:v", "mjpeg", "-vf", "setsar=6000/1:max=9999");

        assertThatExceptionOfType(VideoException.class)
                .isThrownBy(() -> TestVideos.frames(video))
                .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TOO_MANY_PIXELS));
    }

    @Test
    void canBeClosedTwice() throws VideoException {
        var file = TestVideos.make(folder.resolve("a.mp4"), "-frames:v", "2", "-c:v", "mpeg4");
        var video = VideoFile.open(file, VideoKind.MP4, VideoLimits.DEFAULT, 5);

        assertThat(video.next()).isPresent();

        video.close();
        video.close();
    }

    @Test
    void kindIsDetectedByContent_notByName() throws IOException {
        var names = Stream.of("a.mp4", "a.mkv", "a.avi", "a.ts", "a.m2ts", "a.mpg", "a.flv", "a.wmv")
                .map(name -> TestVideos.make(folder.resolve(name)));

        assertThat(names.map(TestVideos::kind))
                .containsExactly(
                        VideoKind.MP4,
                        VideoKind.MATROSKA,
                        VideoKind.AVI,
                        VideoKind.MPEG_TS,
                        VideoKind.MPEG_TS,
                        VideoKind.MPEG_PS,
                        VideoKind.FLV,
                        VideoKind.ASF);

        for (var text : List.of("#EXTM3U\nhttp://127.0.0.1/a.ts\n", "ffconcat version 1.0\nfile a.mp4\n", "RIFF")) {
            var file = Files.writeString(folder.resolve("playlist.mp4"), text);
            assertThat(VideoKind.of(file)).isEmpty();
        }
    }

    static void assertRefused(Path file, FailureCode code, String message) {
        assertThatExceptionOfType(VideoException.class)
                .isThrownBy(() -> VideoFile.open(file, TestVideos.kind(file), VideoLimits.DEFAULT, 5)
                        .close())
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
