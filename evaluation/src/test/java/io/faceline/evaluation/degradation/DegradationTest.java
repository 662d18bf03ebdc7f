package io.faceline.evaluation.degradation;

import static io.faceline.evaluation.degradation.TestPicture.apply;
import static io.faceline.evaluation.degradation.TestPicture.get;
import static io.faceline.evaluation.degradation.TestPicture.grey;
import static io.faceline.evaluation.degradation.TestPicture.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DegradationTest {
    @Test
    void dark_aQuarterOfTheLight_leavesAQuarterAndNoise() {
        var dark = apply(new Dark(0.25), grey(100, 100, 200));

        assertThat(mean(dark)).isCloseTo(50, within(0.2));
        assertThat(deviation(dark)).isCloseTo(3, within(0.2));
    }

    @Test
    void infrared_hasNoColour_andItsNoiseNone() {
        var red = grey(100, 100, 0);
        for (var y = 0; y < 100; y++) {
            for (var x = 0; x < 100; x++) {
                red.setRGB(x, y, 0xFF0000);
            }
        }

        var seen = Canvas.bytes(apply(new Infrared(0.5), red));

        assertThat(IntStream.range(0, seen.length / 3))
                .allMatch(i -> seen[3 * i] == seen[3 * i + 1] && seen[3 * i] == seen[3 * i + 2]);
        assertThat(mean(apply(new Infrared(0.5), red))).isCloseTo(0.5 * 0.299 * 255, within(0.3));
    }

    @Test
    void dark_sameSeed_isTheSame() {
        var photo = grey(20, 20, 200);

        assertThat(Canvas.bytes(apply(new Dark(0.5), photo))).isEqualTo(Canvas.bytes(apply(new Dark(0.5), photo)));
    }

    @Test
    void blur_onePixel_spreadsAsAGaussian() {
        var photo = grey(21, 21, 0);
        set(photo, 10, 10, 255);

        var blurred = apply(new Blur(1), photo);

        // 255 · 0.399² in the middle, exp(-1/2) of that beside it; rounded twice.
        assertThat(get(blurred, 10, 10)).isCloseTo(41, within(1));
        assertThat(get(blurred, 11, 10)).isCloseTo(25, within(1));
        assertThat(get(blurred, 10, 9)).isCloseTo(25, within(1));
        assertThat(get(blurred, 10, 15)).isZero();
    }

    @Test
    void blur_evenGround_staysAsItIsUpToTheEdges() {
        var blurred = apply(new Blur(3), grey(16, 9, 77));

        assertThat(Canvas.bytes(blurred)).containsOnly((byte) 77);
    }

    @Test
    void lowResolution_fineStripes_becomeGreyOfTheSameSize() {
        var photo = grey(40, 40, 0);
        for (var y = 0; y < 40; y++) {
            for (var x = 0; x < 40; x += 2) {
                set(photo, x, y, 200);
            }
        }

        var coarse = apply(new LowResolution(2), photo);

        assertThat(coarse.getWidth()).isEqualTo(40);
        assertThat(get(coarse, 20, 20)).isCloseTo(100, within(1));
        assertThat(get(coarse, 21, 20)).isCloseTo(100, within(1));
    }

    @Test
    void faceSize_halfOfIt_halvesThePhoto() {
        var small = apply(new FaceSize(25), grey(100, 80, 77));

        assertThat(small.getWidth()).isEqualTo(50);
        assertThat(small.getHeight()).isEqualTo(40);
        assertThat(get(small, 25, 20)).isEqualTo(77);
    }

    @Test
    void smallInTheScene_isInTheMiddleOfGrey() {
        var scene = apply(new SmallInTheScene(25), grey(100, 80, 10));

        assertThat(scene.getWidth()).isEqualTo(1280);
        assertThat(get(scene, 640, 360)).isEqualTo(10);
        assertThat(get(scene, 640 - 26, 360)).isEqualTo(128);
        assertThat(get(scene, 640, 360 - 21)).isEqualTo(128);
    }

    @Test
    void jpegQuality_lowest_changesPixelsButNotMuchOnAverage() {
        var photo = grey(64, 64, 0);
        IntStream.range(0, 64).forEach(i -> set(photo, i, i, 255));

        var compressed = apply(new JpegQuality(5), photo);

        assertThat(mean(compressed)).isCloseTo(mean(photo), within(10.0));
        assertThat(Canvas.bytes(compressed)).isNotEqualTo(Canvas.bytes(photo));
    }

    @Test
    void mask_mouth_leavesNoseAndEyes() {
        var masked = apply(Mask.MOUTH, grey(100, 100, 77));

        assertThat(isCovered(masked, 50, 60)).isTrue();
        assertThat(isCovered(masked, 50, 70)).isTrue();
        assertThat(isCovered(masked, 50, 50)).isFalse();
        assertThat(isCovered(masked, 40, 40)).isFalse();
        assertThat(isCovered(masked, 75, 60)).isFalse();
    }

    @Test
    void mask_noseAndMouth_coversTheTipOfTheNose() {
        var masked = apply(Mask.NOSE_AND_MOUTH, grey(100, 100, 77));

        assertThat(isCovered(masked, 50, 50)).isTrue();
        assertThat(isCovered(masked, 50, 42)).isFalse();
    }

    private static boolean isCovered(BufferedImage image, int x, int y) {
        return get(image, x, y) != 77;
    }

    private static double mean(BufferedImage image) {
        return values(image).average().orElseThrow();
    }

    private static double deviation(BufferedImage image) {
        var mean = mean(image);
        return Math.sqrt(values(image)
                .mapToDouble(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }

    private static IntStream values(BufferedImage image) {
        var bytes = Canvas.bytes(image);
        return IntStream.range(0, bytes.length).map(i -> Byte.toUnsignedInt(bytes[i]));
    }
}
