package io.faceline.benchmarks.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoFrame;
import io.faceline.vision.video.VideoLimits;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void video_hasItsPicturesInOrder(VideoCodec codec) throws Exception {
        var file = VideoWriter.write(folder.resolve("a.mp4"), codec, 1, VideoWriterTest::fromBlackToWhite);

        var frames = frames(file);
        assertThat(frames).hasSize(25);
        assertThat(frames.get(24).position()).isEqualTo(0.96);
        assertThat(brightness(frames.get(0))).isLessThan(10);
        assertThat(brightness(frames.get(12))).isBetween(100, 140);
        assertThat(brightness(frames.get(24))).isGreaterThan(230);
    }

    @Test
    void samePictures_makeTheSameFile() throws Exception {
        var one = VideoWriter.write(folder.resolve("one.mp4"), 0.4, VideoWriterTest::fromBlackToWhite);
        var other = VideoWriter.write(folder.resolve("other.mp4"), 0.4, VideoWriterTest::fromBlackToWhite);

        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void missingFolder_isToldAndNothingIsLeft() {
        var file = folder.resolve("missing").resolve("a.mp4");

        assertThatThrownBy(() -> VideoWriter.write(file, 1, VideoWriterTest::fromBlackToWhite))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThat(Files.exists(file)).isFalse();
    }

    private static BufferedImage fromBlackToWhite(double position) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        var grey = (float) Math.min(1, position / 0.96);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(grey, grey, grey));
        graphics.fillRect(0, 0, 64, 48);
        graphics.dispose();
        return image;
    }

    private static List<VideoFrame> frames(Path file) throws Exception {
        var frames = new ArrayList<VideoFrame>();
        try (var decoder = new VideoDecoder(VideoLimits.DEFAULT);
                var reading = decoder.open(file, 1000)) {
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    private static int brightness(VideoFrame frame) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(frame.jpeg().toByteArray()));
        return new Color(image.getRGB(32, 24)).getGreen();
    }
}
