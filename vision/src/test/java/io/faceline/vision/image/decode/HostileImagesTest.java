package io.faceline.vision.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.TestModels;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.TestImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

class HostileImagesTest {
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void refuses_emptyFile() {
        assertRefused(new byte[0], FailureCode.EMPTY_FILE, "empty");
    }

    @Test
    void refuses_text() {
        var text = "I am not a photo".getBytes(StandardCharsets.UTF_8);

        assertRefused(
                text, FailureCode.UNSUPPORTED_FORMAT, "The file is no image of a known format. Save it as JPEG, PNG");
    }

    @Test
    void rejects_heicNamingTheFormat() {
        var heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(heic, FailureCode.UNSUPPORTED_FORMAT, "HEIC photo, which is not supported. Save it as JPEG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\0\0\u0018ftypisom\0\0\0\0",
                "\u001aE\u00df\u00a3\0\0\0\0\0\0\0\0",
                "RIFF\0\0\0\0AVI LIST",
                "\0\0\u0001\u00baD\0\u0004\0\u0004\u0001\0\0",
                "FLV\u0001\u0005\0\0\0\u0009\0\0\0",
                "0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\0\u00aa\0b\u00cel",
                "OggS\0\u0002\0\0\0\0\0\0"
            })
    void rejects_videosAsVideos(String head) {
        var video = head.getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(video, FailureCode.UNSUPPORTED_FORMAT, "The file is a video, not a photo. Send it as a video");
    }

    @Test
    void rejects_videosOfOtherFormats() {
        var realMedia = ".RMF\0\0\0\u0012\0\u0001".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(realMedia, FailureCode.UNSUPPORTED_FORMAT, "a video of a format that is not supported");
    }

    @Test
    void refuses_tooManyBytes() {
        var decoder = new ImageDecoder(new ImageLimits(100, 1000, 1));

        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> decoder.decode(Blob.wrap(new byte[101])))
                .withMessageContaining("101 bytes, the maximum is 100")
                .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TOO_MANY_BYTES));
    }

    @Test
    void refuses_hugeDeclaredSizeOfEveryFormat() {
        var huge = 30_000;
        assertRefused(TestImages.pngHeader(huge, huge), FailureCode.TOO_MANY_PIXELS, "30000 × 30000");
        assertRefused(jpegHeader(huge, huge), FailureCode.TOO_MANY_PIXELS, "30000 × 30000");
        assertRefused(bmpHeader(huge, -huge), FailureCode.TOO_MANY_PIXELS, "30000 × 30000");
        assertRefused(TiffHeader.of(huge, huge), FailureCode.TOO_MANY_PIXELS, "30000 × 30000");
        assertRefused(
                TestImages.riff(TestImages.webpExtended(0, huge, huge)), FailureCode.TOO_MANY_PIXELS, "30000 × 30000");
    }

    @Test
    void refuses_sizesWhoseProductOverflows() {
        assertRefused(TestImages.pngHeader(-1, -1), FailureCode.TOO_MANY_PIXELS, "4294967295");
        assertRefused(bmpHeader(-1, Integer.MIN_VALUE), FailureCode.TOO_MANY_PIXELS, "2147483648");
        assertRefused(TiffHeader.of(-1, -1), FailureCode.TOO_MANY_PIXELS, "4294967295");
    }

    @Test
    void refusesHugeHeaders_atNoCost() {
        var header = TestImages.pngHeader(30_000, 30_000);
        var start = System.nanoTime();

        for (int i = 0; i < 1000; i++) {
            assertRefused(header, FailureCode.TOO_MANY_PIXELS, "");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void refuses_noPixels() {
        assertRefused(TestImages.pngHeader(0, 0), FailureCode.TOO_SMALL, "0 × 0");
        assertRefused(jpegHeader(0, 0), FailureCode.TOO_SMALL, "0 × 0");
        assertRefused(bmpHeader(0, 0), FailureCode.TOO_SMALL, "0 × 0");
        assertRefused(TiffHeader.of(0, 0), FailureCode.TOO_SMALL, "0 × 0");
        assertRefused(
                TestImages.encode(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png"),
                FailureCode.TOO_SMALL,
                "1 × 1");
    }

    @Test
    void refuses_pngBomb() {
        var limited = new ImageDecoder(new ImageLimits(1 << 26, 1_000_000, 16));
        var bomb = TestImages.encode(new BufferedImage(2000, 2000, BufferedImage.TYPE_BYTE_BINARY), "png");

        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> limited.decode(Blob.wrap(bomb)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TOO_MANY_PIXELS));
    }

    @Test
    void refuses_tiffWithHugeTiles() {
        assertRefused(TiffHeader.of(64, 64, 322, 30_000, 323, 30_000), FailureCode.TOO_MANY_PIXELS, "tiles");
    }

    @ParameterizedTest
    @CsvSource({
        "jpg, 0.1",
        "jpg, 0.5",
        "jpg, 0.9",
        "jpg, 0.98",
        "png, 0.1",
        "png, 0.5",
        "png, 0.9",
        "bmp, 0.1",
        "bmp, 0.5",
        "bmp, 0.9",
        "tiff, 0.1",
        "tiff, 0.5",
        "tiff, 0.9"
    })
    void refuses_truncated(String format, double share) {
        var whole = TestImages.encode(noise(), format);
        var part = Arrays.copyOf(whole, (int) (whole.length * share));

        assertRefused(part, FailureCode.DAMAGED_IMAGE, "");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void refuses_truncatedWebp(double share) {
        for (int quality : new int[] {90, 101}) {
            var whole = TestImages.webp(TestImages.bgr(noise()), quality);

            assertRefused(Arrays.copyOf(whole, (int) (whole.length * share)), FailureCode.DAMAGED_IMAGE, "");
        }
    }

    @Test
    void refuses_truncatedJpegThatWasFilledWithZeros() {
        var jpeg = TestImages.encode(noise(), "jpg");
        Arrays.fill(jpeg, jpeg.length / 2, jpeg.length, (byte) 0);

        assertRefused(jpeg, FailureCode.DAMAGED_IMAGE, "truncated");
    }

    /** Motion photos carry a video behind the picture, and recovered files whatever was next on the card. */
    @ParameterizedTest
    @CsvSource({"420, 0, 0", "420, 1, 0", "420, 0, 4", "420, 1, 4", "444, 0, 0", "444, 1, 0", "444, 0, 2"})
    void refuses_damagedJpegWithEndMarker(String sampling, int progressive, int restart) throws ImageException {
        var whole = jpeg(sampling, progressive, restart);
        var trailer = TestImages.concat(new byte[3000], jpeg("420", 0, 0));

        decoder.decode(Blob.wrap(whole)).close();
        decoder.decode(Blob.wrap(TestImages.concat(whole, trailer))).close();
        for (var share : new double[] {0.2, 0.33, 0.6}) {
            var part = Arrays.copyOf(whole, (int) (whole.length * share));
            assertRefused(TestImages.concat(part, trailer), FailureCode.DAMAGED_IMAGE, "");
            var zeros = whole.clone();
            Arrays.fill(zeros, part.length, part.length + 2000, (byte) 0);
            assertRefused(zeros, FailureCode.DAMAGED_IMAGE, "");
        }
    }

    private static byte[] jpeg(String sampling, int progressive, int restart) {
        var noise = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (var i = 0; i < 640 * 480; i++) {
            noise.setRGB(i % 640, i / 640, random.nextInt(0x40) * 0x10101 + 0x404040);
        }
        var bytes = new MatOfByte();
        Imgcodecs.imencode(
                ".jpg",
                TestImages.bgr(noise),
                bytes,
                new MatOfInt(
                        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
                        sampling.equals("420")
                                ? Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420
                                : Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444,
                        Imgcodecs.IMWRITE_JPEG_PROGRESSIVE,
                        progressive,
                        Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
                        restart));
        return bytes.toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cutjunk_0.2.jpg", "motioncut.jpg", "zeros_mid.jpg"})
    void refuses_damagedPhotos(String name) throws IOException {
        var photo = Files.readAllBytes(TestModels.shared("cases/damaged-jpeg/" + name));

        assertRefused(photo, FailureCode.DAMAGED_IMAGE, "The JPEG is ");
    }

    @Test
    void refuses_headersCutAnywhere() {
        for (var whole : everyFormat()) {
            for (int length = 12; length < Math.min(160, whole.length / 2); length++) {
                var part = Arrays.copyOf(whole, length);
                assertThatExceptionOfType(ImageException.class)
                        .as("%d bytes of %d", length, whole.length)
                        .isThrownBy(() -> decoder.decode(Blob.wrap(part)));
            }
        }
    }

    @Test
    void decodes_completeJpegWithoutEndMarker() throws ImageException {
        for (var image : new BufferedImage[] {noise(), TestImages.quarters(BufferedImage.TYPE_INT_RGB)}) {
            var jpeg = TestImages.encode(image, "jpg");
            var withoutEnd = Arrays.copyOf(jpeg, jpeg.length - 2);

            try (var expected = decoder.decode(Blob.wrap(jpeg));
                    var picture = decoder.decode(Blob.wrap(withoutEnd))) {
                assertThat(Core.norm(expected.bgr(), picture.bgr(), Core.NORM_INF))
                        .isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void decodes_jpegWithTrailingData() throws ImageException {
        var jpeg = TestImages.concat(TestImages.jpeg(), new byte[5000], "MPF".getBytes(StandardCharsets.US_ASCII));

        decoder.decode(Blob.wrap(jpeg)).close();
    }

    @Test
    void decodes_jpegWithManyAndOddSegments() throws ImageException {
        var jpeg = TestImages.jpeg();
        var comment = new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 2};
        for (int i = 0; i < 300; i++) {
            jpeg = TestImages.insert(jpeg, 2, comment);
        }
        jpeg = TestImages.insert(jpeg, 6, new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFF});

        decoder.decode(Blob.wrap(jpeg)).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "II",
                "MM\0*\u00ff\u00ff\u00ff\u00ff",
                "II*\0\u0008\0\0\0\u00ff\u00ff",
                "hello, world, this is no tiff"
            })
    void ignores_invalidExif(String exif) throws ImageException {
        var bytes = exif.getBytes(StandardCharsets.ISO_8859_1);

        decoder.decode(Blob.wrap(TestImages.jpegWithExif(TestImages.jpeg(), bytes)))
                .close();
    }

    @Test
    void anyBytes_giveAPictureOrAnImageException() {
        var random = new Random(1);
        for (var whole : everyFormat()) {
            for (int i = 0; i < 200; i++) {
                var bytes = whole.clone();
                for (int j = 0; j < 4; j++) {
                    bytes[4 + random.nextInt(Math.min(400, bytes.length - 4))] = (byte) random.nextInt();
                }
                tryToDecode(bytes);
            }
        }
    }

    private void tryToDecode(byte[] bytes) {
        try {
            new ImageDecoder(new ImageLimits(1 << 20, 1_000_000, 1))
                    .decode(Blob.wrap(bytes))
                    .close();
        } catch (ImageException e) {
            assertThat(e.code()).isNotNull();
        }
    }

    private void assertRefused(byte[] bytes, FailureCode code, String message) {
        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> decoder.decode(Blob.wrap(bytes)))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static List<byte[]> everyFormat() {
        var image = TestImages.quarters(BufferedImage.TYPE_INT_RGB);
        return List.of(
                TestImages.jpeg(),
                TestImages.png(),
                TestImages.webp(90),
                TestImages.webp(101),
                TestImages.encode(image, "bmp"),
                TestImages.tiff(image, 1, ByteOrder.LITTLE_ENDIAN));
    }

    private static BufferedImage noise() {
        var random = new Random(7);
        var image = new BufferedImage(90, 70, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 90 * 70; i++) {
            image.setRGB(i % 90, i / 90, random.nextInt());
        }
        return image;
    }

    private static byte[] jpegHeader(int width, int height) {
        var frame = ByteBuffer.allocate(23)
                .putShort((short) 0xFFD8)
                .putShort((short) 0xFFC0)
                .putShort((short) 17)
                .put((byte) 8);
        return frame.putShort((short) height)
                .putShort((short) width)
                .put((byte) 3)
                .array();
    }

    private static byte[] bmpHeader(int width, int height) {
        var header = ByteBuffer.allocate(54)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'B')
                .put((byte) 'M');
        return header.putInt(14, 40)
                .putInt(18, width)
                .putInt(22, height)
                .putShort(28, (short) 24)
                .array();
    }
}
