package io.faceline.vision.image.decode;

import static io.faceline.vision.image.PictureAssert.assertPixel;
import static io.faceline.vision.image.PictureAssert.assertQuarters;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.TestImages;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class ImageDecoderFormatsTest {
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp", "tiff"})
    void decodes_everyFormatOfTheJdk(String format) throws ImageException {
        var bytes = TestImages.encode(TestImages.quarters(BufferedImage.TYPE_INT_RGB), format);

        assertDecodesToQuarters(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {95, 101})
    void decodes_webpLossyAndLossless(int quality) throws ImageException {
        assertDecodesToQuarters(TestImages.webp(quality));
    }

    @Test
    void decodes_palette() throws ImageException {
        assertDecodesToQuarters(TestImages.encode(TestImages.quarters(BufferedImage.TYPE_BYTE_INDEXED), "png"));
        assertDecodesToQuarters(TestImages.encode(TestImages.quarters(BufferedImage.TYPE_BYTE_INDEXED), "bmp"));
        assertDecodesToQuarters(TestImages.encode(TestImages.quarters(BufferedImage.TYPE_BYTE_INDEXED), "tiff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp", "tiff"})
    void decodes_greyAsThreeEqualChannels(String format) throws ImageException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 0);
        for (int i = 0; i < 1200; i++) {
            image.getRaster().setSample(i % 40, i / 40, 0, 100);
        }

        try (var picture = decoder.decode(Blob.wrap(TestImages.encode(image, format)))) {
            assertPixel(picture, 20, 15, new Color(100, 100, 100));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".tiff"})
    void decodes_sixteenBits(String extension) throws ImageException {
        NativeOpenCv.load();
        var image = new Mat(30, 40, CvType.CV_16UC3, new Scalar(257 * 10, 257 * 100, 257 * 200));

        try (var picture = decoder.decode(Blob.wrap(TestImages.encodeByOpenCv(image, extension)))) {
            assertPixel(picture, 20, 15, new Color(200, 100, 10));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".webp", ".tiff"})
    void blendsTransparencyOverWhite(String extension) throws ImageException {
        NativeOpenCv.load();
        var image = new Mat(40, 40, CvType.CV_8UC4, new Scalar(0, 0, 0, 0));
        image.submat(0, 40, 0, 20).setTo(new Scalar(0, 0, 200, 255));
        image.submat(20, 40, 20, 40).setTo(new Scalar(0, 0, 0, 128));

        try (var picture = decoder.decode(Blob.wrap(TestImages.encodeByOpenCv(image, extension)))) {
            assertPixel(picture, 10, 10, new Color(200, 0, 0));
            assertPixel(picture, 30, 10, Color.WHITE);
            assertPixel(picture, 30, 30, new Color(127, 127, 127));
        }
    }

    @Test
    void blendsTransparencyOverWhite_sixteenBits() throws ImageException {
        NativeOpenCv.load();
        var image = new Mat(40, 40, CvType.CV_16UC4, new Scalar(0, 0, 0, 65535.0 / 2));

        try (var picture = decoder.decode(Blob.wrap(TestImages.encodeByOpenCv(image, ".png")))) {
            assertPixel(picture, 10, 10, new Color(127, 127, 127));
        }
    }

    @Test
    void blendsTransparencyOverWhite_transparentPaletteEntry() throws ImageException {
        var colours = new IndexColorModel(8, 2, new int[] {0, 0xFF0000FF}, 0, true, 0, DataBuffer.TYPE_BYTE);
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_INDEXED, colours);
        image.getRaster().setSample(5, 5, 0, 1);

        try (var picture = decoder.decode(Blob.wrap(TestImages.encode(image, "png")))) {
            assertPixel(picture, 5, 5, Color.BLUE);
            assertPixel(picture, 20, 20, Color.WHITE);
        }
    }

    @Test
    void blendsTransparencyOverWhite_tiffOfTheJdk() throws ImageException {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(5, 5, 0xFF0000FF);
        image.setRGB(6, 6, 0x80C80000);

        try (var picture = decoder.decode(Blob.wrap(TestImages.encode(image, "tiff")))) {
            assertPixel(picture, 5, 5, Color.BLUE);
            assertPixel(picture, 6, 6, new Color(227, 127, 127));
            assertPixel(picture, 20, 20, Color.WHITE);
        }
    }

    @Test
    void decodes_cmykJpeg() throws ImageException {
        // Adobe writes CMYK inverted: full ink is 0. Cyan and magenta ink make blue.
        var jpeg = CmykJpeg.of(48, 32, 0, 0, 255, 255);

        try (var picture = decoder.decode(Blob.wrap(jpeg))) {
            assertPixel(picture, 20, 20, Color.BLUE);
        }
    }

    @Test
    void takesTheStillImage_ofAnAnimatedPng() throws ImageException {
        var control = ByteBuffer.allocate(8).putInt(2).putInt(0).array();

        assertDecodesToQuarters(TestImages.pngWithChunk(TestImages.png(), "acTL", control));
    }

    @Test
    void takesTheFirstFrame_ofAnAnimatedWebp() throws ImageException {
        var frame = Arrays.copyOfRange(TestImages.webp(101), 12, TestImages.webp(101).length);
        var bytes = animation(TestImages.WIDTH, TestImages.HEIGHT, 0, 0, frame);

        assertDecodesToQuarters(bytes);
    }

    @Test
    void putsTheFirstFrameOnItsCanvas_whenItIsSmaller() throws ImageException {
        var frame = Arrays.copyOfRange(TestImages.webp(101), 12, TestImages.webp(101).length);

        try (var picture = decoder.decode(Blob.wrap(animation(200, 100, 5, 7, frame)))) {
            assertThat(picture.width()).isEqualTo(200);
            assertPixel(picture, 9, 13, Color.WHITE);
            assertPixel(picture, 10, 14, Color.RED);
            assertPixel(picture, 150, 50, Color.WHITE);
        }
    }

    private static byte[] animation(int width, int height, int x, int y, byte[] frame) {
        var prefix = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        prefix.putShort((short) x).put((byte) 0).putShort((short) y).put((byte) 0);
        prefix.putShort((short) (TestImages.WIDTH - 1)).put((byte) 0);
        prefix.putShort((short) (TestImages.HEIGHT - 1)).put((byte) 0);
        var data = TestImages.concat(prefix.array(), frame);
        return TestImages.riff(
                TestImages.webpExtended(2, width, height),
                TestImages.webpChunk("ANIM", new byte[6]),
                TestImages.webpChunk("ANMF", data),
                TestImages.webpChunk("ANMF", data));
    }

    private void assertDecodesToQuarters(byte[] bytes) throws ImageException {
        try (var picture = decoder.decode(Blob.wrap(bytes))) {
            assertThat(picture.width()).isEqualTo(TestImages.WIDTH);
            assertThat(picture.height()).isEqualTo(TestImages.HEIGHT);
            assertQuarters(picture, Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
        }
    }
}
