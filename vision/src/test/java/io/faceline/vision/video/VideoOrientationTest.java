package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.TestModels;
import io.faceline.vision.video.container.Orientation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;

class VideoOrientationTest {
    private static final int UNIT = 1 << 16;

    @TempDir
    Path folder;

    /** Compares with the orientation that the ffmpeg program applies. */
    @ParameterizedTest
    @CsvSource({
        "a.mp4, 90, ",
        "a.mp4, 180, ",
        "a.mov, 270, ",
        "a.mkv, 90, ",
        "a.mp4, 0, -display_hflip",
        "a.mp4, 0, -display_vflip",
        "a.mp4, 90, -display_hflip",
        "a.mov, 270, -display_hflip"
    })
    void turnsAndMirrors(String name, String degrees, String flip) throws Exception {
        var lying = TestVideos.make(folder.resolve("lying.mp4"), TestVideos.quarters(160, 96), "-c:v", "mpeg4");
        var inputs = new ArrayList<>(List.of("-display_rotation", degrees));
        if (flip != null) {
            inputs.add(flip);
        }
        inputs.addAll(List.of("-i", lying.toString()));
        var video = TestVideos.make(folder.resolve(name), inputs, "-c", "copy");
        var shown = TestVideos.make(
                folder.resolve("shown.png"), List.of("-i", video.toString()), "-frames:v", "1", "-update", "1");

        try (var expected = TestModels.picture(shown);
                var picture = VideoFormatsTest.picture(TestVideos.frames(video).get(0))) {
            assertThat(picture.width()).isEqualTo(expected.width());
            assertThat(picture.height()).isEqualTo(expected.height());
            assertThat(Core.norm(expected.bgr(), picture.bgr(), Core.NORM_L1) / picture.pixels().length)
                    .isLessThan(6);
        }
    }

    @Test
    void roundsToTheNearestQuarterTurn() {
        assertThat(Orientation.of(matrix(60_000, 20_000, -20_000, 60_000))).isEqualTo(1);
        assertThat(Orientation.of(matrix(20_000, 60_000, -60_000, 20_000))).isEqualTo(6);
    }

    @Test
    void isUpright_invalidMatrix() {
        assertThat(Orientation.of(matrix(0, 0, 0, 0))).isEqualTo(1);
        assertThat(Orientation.of(matrix(Integer.MIN_VALUE, 0, 0, Integer.MIN_VALUE)))
                .isEqualTo(3);
        assertThat(Orientation.of(matrix(UNIT, UNIT, 0, 0))).isEqualTo(1);
    }

    private static int[] matrix(int a, int b, int c, int d) {
        return new int[] {a, b, 0, c, d, 0, 0, 0, UNIT};
    }
}
