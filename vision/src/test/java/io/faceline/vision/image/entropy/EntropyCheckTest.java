package io.faceline.vision.image.entropy;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.TestModels;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.TestImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

class EntropyCheckTest {
    private static final int WIDTH = 317;
    private static final int HEIGHT = 203;

    /** Sequential and progressive, with all samplings, with and without own tables and restart markers. */
    @ParameterizedTest
    @CsvSource({
        "411, 0, 0, 0",
        "420, 0, 0, 0",
        "420, 1, 0, 0",
        "420, 0, 1, 0",
        "420, 1, 1, 5",
        "420, 0, 0, 3",
        "422, 0, 0, 0",
        "422, 1, 0, 7",
        "440, 0, 1, 0",
        "444, 0, 0, 1",
        "444, 1, 1, 0"
    })
    void whole_hasNoDamage_andPartsHave(String sampling, int progressive, int optimized, int restart) {
        var jpeg = jpeg(photo(), sampling(sampling), progressive, optimized, restart);
        var other = jpeg(photo(), sampling("420"), 0, 0, 0);

        assertThat(damage(jpeg)).isEmpty();
        assertThat(damage(concat(jpeg, other))).isEmpty();
        for (var share : new double[] {0.2, 0.33, 0.5, 0.8}) {
            var part = Arrays.copyOf(jpeg, (int) (jpeg.length * share));
            assertThat(damage(concat(part, other))).as("cut at " + share).isPresent();
            assertThat(damage(concat(part, noise(jpeg.length))))
                    .as("noise from " + share)
                    .isPresent();
            assertThat(damage(withZeros(jpeg, (int) (jpeg.length * share), 2000)))
                    .as("zeros at " + share)
                    .isPresent();
        }
    }

    @Test
    void grey_andFlat_haveNoDamage() {
        var grey = TestImages.encode(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), "jpg");
        NativeOpenCv.load();
        var white = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, Scalar.all(255));

        assertThat(damage(grey)).isEmpty();
        for (var progressive = 0; progressive < 2; progressive++) {
            assertThat(damage(jpeg(white, sampling("420"), progressive, 1, 0))).isEmpty();
        }
    }

    @Test
    void padding_isNoDamage() {
        var jpeg = jpeg(photo(), sampling("420"), 0, 0, 0);
        var end = Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length);
        var data = Arrays.copyOf(jpeg, jpeg.length - 2);

        assertThat(damage(concat(data, new byte[5000], end))).isEmpty();
        assertThat(damage(concat(data, new byte[] {1, 2, 3}, end))).isEmpty();
        assertThat(damage(concat(data, noiseWithoutMarkers(5000), end))).isPresent();
    }

    @Test
    void anyBytes_endTheCheck() {
        var random = new Random(1);
        for (var progressive = 0; progressive < 2; progressive++) {
            var jpeg = jpeg(photo(), sampling("420"), progressive, 1, 4);
            for (var i = 0; i < 2000; i++) {
                var bytes = jpeg.clone();
                for (var j = 0; j < 6; j++) {
                    bytes[2 + random.nextInt(i % 2 == 0 ? 700 : bytes.length - 2)] = (byte) random.nextInt();
                }
                assertThat(damage(Arrays.copyOf(bytes, 2 + random.nextInt(bytes.length))))
                        .isNotNull();
            }
        }
    }

    /** Photos of cameras, phones and the web. */
    @Test
    @Tag("slow")
    void photosOfTheTestData_haveNoDamage() throws IOException {
        var damaged = new ArrayList<String>();
        try (var files = Files.walk(TestModels.shared("data"))) {
            for (var file : files.filter(file -> file.toString().matches("(?i).*\\.jpe?g"))
                    .toList()) {
                damageOf(file).ifPresent(damage -> damaged.add(file + ": " + damage));
            }
        }

        assertThat(damaged).isEmpty();
    }

    private static Optional<String> damageOf(Path file) throws IOException {
        return damage(Files.readAllBytes(file));
    }

    /** With the size of the frame header, which is the first in these files. */
    private static Optional<String> damage(byte[] jpeg) {
        var bytes = ByteBuffer.wrap(jpeg);
        var at = 2;
        while (at + 9 < jpeg.length) {
            var marker = bytes.getShort(at) & 0xFFFF;
            if (marker >= 0xFFC0 && marker <= 0xFFC2) {
                var height = Short.toUnsignedInt(bytes.getShort(at + 5));
                return EntropyCheck.damageOf(jpeg, Short.toUnsignedInt(bytes.getShort(at + 7)), height);
            }
            at += 2 + Math.max(2, Short.toUnsignedInt(bytes.getShort(at + 2)));
        }
        return EntropyCheck.damageOf(jpeg, WIDTH, HEIGHT);
    }

    private static int sampling(String name) {
        return switch (name) {
            case "411" -> Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_411;
            case "420" -> Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420;
            case "422" -> Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422;
            case "440" -> Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_440;
            default -> Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;
        };
    }

    private static byte[] jpeg(Mat pixels, int sampling, int progressive, int optimized, int restart) {
        var bytes = new MatOfByte();
        var options = new MatOfInt(
                Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
                sampling,
                Imgcodecs.IMWRITE_JPEG_PROGRESSIVE,
                progressive,
                Imgcodecs.IMWRITE_JPEG_OPTIMIZE,
                optimized,
                Imgcodecs.IMWRITE_JPEG_RST_INTERVAL,
                restart);
        Imgcodecs.imencode(".jpg", pixels, bytes, options);
        return bytes.toArray();
    }

    /** Soft noise, as detailed as a photo. */
    private static Mat photo() {
        NativeOpenCv.load();
        var pixels = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3);
        pixels.put(0, 0, noise(3 * WIDTH * HEIGHT));
        Imgproc.GaussianBlur(pixels, pixels, new Size(5, 5), 0);
        return pixels;
    }

    private static byte[] noise(int count) {
        var bytes = new byte[count];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private static byte[] noiseWithoutMarkers(int count) {
        var bytes = noise(count);
        for (var i = 0; i < count; i++) {
            bytes[i] &= 0x7F;
        }
        return bytes;
    }

    private static byte[] withZeros(byte[] jpeg, int from, int count) {
        var changed = jpeg.clone();
        Arrays.fill(changed, from, Math.min(changed.length - 2, from + count), (byte) 0);
        return changed;
    }

    private static byte[] concat(byte[]... parts) {
        return TestImages.concat(parts);
    }
}
