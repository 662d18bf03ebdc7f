package io.faceline.vision.image.decode;

import static io.faceline.vision.image.PictureAssert.assertQuarters;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.TestImages;
import io.faceline.vision.image.header.Orientation;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The stored image is red, green above blue, white; the expected colours are those after rotation, from left to right
 * and top to bottom.
 */
class ImageOrientationTest {
    private static final String EXPECTED = """
            1, RGBW
            2, GRWB
            3, WBGR
            4, BWRG
            5, RBGW
            6, BRWG
            7, WGBR
            8, GWRB
            """;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void turnsJpeg(int orientation, String expected) throws ImageException {
        var exif = TestImages.exif(orientation, ByteOrder.LITTLE_ENDIAN);

        assertUpright(TestImages.jpegWithExif(TestImages.jpeg(), exif), expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void turnsPng(int orientation, String expected) throws ImageException {
        var exif = TestImages.exif(orientation, ByteOrder.BIG_ENDIAN);

        assertUpright(TestImages.pngWithChunk(TestImages.png(), "eXIf", exif), expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void turnsWebp(int orientation, String expected) throws ImageException {
        var webp = TestImages.webp(95);
        var still = Arrays.copyOfRange(webp, 12, webp.length);
        var exif = TestImages.webpChunk("EXIF", TestImages.exif(orientation, ByteOrder.BIG_ENDIAN));

        assertUpright(
                TestImages.riff(TestImages.webpExtended(8, TestImages.WIDTH, TestImages.HEIGHT), still, exif),
                expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void turnsTiff(int orientation, String expected) throws ImageException {
        var image = TestImages.quarters(BufferedImage.TYPE_INT_RGB);

        assertUpright(TestImages.tiff(image, orientation, ByteOrder.LITTLE_ENDIAN), expected);
        assertUpright(TestImages.tiff(image, orientation, ByteOrder.BIG_ENDIAN), expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255, 65535})
    void isUnchanged_ifTheOrientationIsInvalid(int orientation) throws ImageException {
        var exif = TestImages.exif(orientation, ByteOrder.LITTLE_ENDIAN);

        assertUpright(TestImages.jpegWithExif(TestImages.jpeg(), exif), "RGBW");
    }

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void movesEveryPixel(int orientation, String expected) {
        NativeOpenCv.load();
        var stored = new Mat(2, 2, CvType.CV_8UC1);
        stored.put(0, 0, 'R', 'G', 'B', 'W');

        var upright = Orientation.ofExif(orientation).upright(stored);

        var pixels = new byte[4];
        upright.get(0, 0, pixels);
        assertThat(new String(pixels, StandardCharsets.US_ASCII)).isEqualTo(expected);
    }

    private void assertUpright(byte[] bytes, String expected) throws ImageException {
        try (var picture = decoder.decode(Blob.wrap(bytes))) {
            var staysFlat = "RGBW GRWB WBGR BWRG".contains(expected);
            assertThat(picture.width()).isEqualTo(staysFlat ? TestImages.WIDTH : TestImages.HEIGHT);
            assertThat(picture.height()).isEqualTo(staysFlat ? TestImages.HEIGHT : TestImages.WIDTH);
            assertQuarters(
                    picture,
                    expected.chars().mapToObj(ImageOrientationTest::colour).toArray(Color[]::new));
        }
    }

    private static Color colour(int letter) {
        return switch (letter) {
            case 'R' -> Color.RED;
            case 'G' -> Color.GREEN;
            case 'B' -> Color.BLUE;
            default -> Color.WHITE;
        };
    }
}
