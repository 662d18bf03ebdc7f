package io.faceline.vision.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.TestImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What images cost that are valid, or look so: each is refused at no cost, or decoded at an ordinary one. */
@Timeout(60)
class CostlyImagesTest {
    /** Far more than a refusal takes, and far less than the work that is refused. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final int HUNDRED_MEGAPIXELS = 10_000;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void refuses_jpegOfManyScans() {
        var bomb = CostlyJpeg.progressive(HUNDRED_MEGAPIXELS, HUNDRED_MEGAPIXELS, 20_000);

        assertTooCostly(bomb, "20,000 scans, the maximum is 100");
    }

    @Test
    void refuses_smallJpegOfManyScans() {
        assertTooCostly(CostlyJpeg.progressive(640, 480, 101), "101 scans");
        assertTooCostly(CostlyJpeg.sequential(640, 480, 101), "101 scans");
    }

    @Test
    void refuses_largeJpegOfMoreScansThanEncodersMake() {
        assertTooCostly(CostlyJpeg.progressive(HUNDRED_MEGAPIXELS, HUNDRED_MEGAPIXELS, 21), "steps");
    }

    /** FFmpeg looks for scans where libjpeg does not, in application segments that it does not know for example. */
    @Test
    void refuses_scansWhereverTheyHide() {
        var scan = CostlyJpeg.segment(0xDA, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 63, 0});
        var hidden = new ByteArrayOutputStream();
        for (var i = 0; i < 200; i++) {
            hidden.writeBytes(scan);
        }

        assertTooCostly(
                CostlyJpeg.sequential(640, 480, 1, CostlyJpeg.segment(0xF0, hidden.toByteArray())), "201 scans");
    }

    @Test
    void refuses_jpegOfManyTables() {
        var tables = new ByteArrayOutputStream();
        for (var i = 0; i < 3000; i++) {
            tables.writeBytes(CostlyJpeg.table(0x10, 1));
        }
        var segment = CostlyJpeg.segment(0xC4, tables.toByteArray());
        var segments = new ByteArrayOutputStream();
        for (var i = 0; i < 150; i++) {
            segments.writeBytes(segment);
        }

        assertTooCostly(CostlyJpeg.sequential(64, 64, 1, segments.toByteArray()), "steps");
    }

    @Test
    void refuses_jpegOfManyFrames() {
        var frame =
                CostlyJpeg.segment(0xC0, new byte[] {8, 0x27, 0x10, 0x27, 0x10, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1});
        var frames = new ByteArrayOutputStream();
        for (var i = 0; i < 1000; i++) {
            frames.writeBytes(frame);
        }

        assertTooCostly(CostlyJpeg.sequential(64, 64, 1, frames.toByteArray()), "steps");
    }

    /** Four levels of directories, each of whose entries refers to all of the next: 1300 entries of each make 2·10⁹ visits and more. */
    @Test
    void decodes_jpegWhoseExifRefersToItself() throws ImageException {
        var jpeg = TestImages.jpegWithExif(TestImages.jpeg(), nestedExif(1300));
        // Loads the native library.
        decoder.decode(Blob.wrap(TestImages.jpeg())).close();
        var start = System.nanoTime();

        decoder.decode(Blob.wrap(jpeg)).close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    }

    @Test
    void decodes_jpegsOfOrdinaryEncoders() throws ImageException {
        decoder.decode(Blob.wrap(CostlyJpeg.progressive(640, 480, 18))).close();
        decoder.decode(Blob.wrap(CostlyJpeg.sequential(640, 480, 1))).close();
    }

    @Test
    void admits_largestPhotoWithTheMostScansOfAnEncoder() throws ImageException {
        var jpeg = CostlyJpeg.progressive(HUNDRED_MEGAPIXELS, HUNDRED_MEGAPIXELS, 18);

        new ImageValidator(ImageLimits.DEFAULT).admit(Blob.wrap(Arrays.copyOf(jpeg, 2_000_000)));
    }

    @Test
    void refuses_largePlainImagesInFewBytes() {
        assertTooCostly(CostlyJpeg.sequential(HUNDRED_MEGAPIXELS, HUNDRED_MEGAPIXELS, 1), "in only");
        assertTooCostly(tiff(HUNDRED_MEGAPIXELS, HUNDRED_MEGAPIXELS, 8), "in only");
        assertTooCostly(png(HUNDRED_MEGAPIXELS, HUNDRED_MEGAPIXELS, 0), "in only");
    }

    /** As videos of 8K make them where they fade to black. */
    @Test
    void admits_plainImagesOfTheSizeOfVideos() throws ImageException {
        new ImageValidator(ImageLimits.DEFAULT).admit(Blob.wrap(CostlyJpeg.sequential(7680, 4320, 1)));
    }

    @Test
    void refuses_pngOfManyCompressedTexts() {
        var text = TestImages.concat("Comment\0\0".getBytes(StandardCharsets.US_ASCII), deflated(8_000_000));
        var png = TestImages.png();
        for (var i = 0; i < 50; i++) {
            png = TestImages.pngWithChunk(png, "zTXt", text);
        }

        assertTooCostly(png, "steps");
    }

    @Test
    void decodes_pngOfManyExifs_atOnce() throws ImageException {
        var exif = TestImages.pngWithChunk(TestImages.pngHeader(1, 1), "eXIf", new byte[] {'I', 'I', 42, 0, 8, 0});
        var chunk = Arrays.copyOfRange(exif, 33, exif.length);
        var chunks = new ByteArrayOutputStream();
        for (var i = 0; i < 300_000; i++) {
            chunks.writeBytes(chunk);
        }
        var png = TestImages.insert(TestImages.png(), 33, chunks.toByteArray());
        var start = System.nanoTime();

        new ImageValidator(ImageLimits.DEFAULT).admit(Blob.wrap(png));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    }

    @Test
    void refuses_tiffOfManyStrips() {
        assertTooCostly(TiffHeader.of(16, 6_000_000, 278, 1), "steps");
        assertTooCostly(TiffHeader.of(10_000, 9_000, 322, 16, 323, 16), "steps");
    }

    @Test
    void refuses_tiffOfManyTags() {
        var tags = new int[2 * 60_000];
        for (var i = 0; i < 60_000; i++) {
            tags[2 * i] = 5000 + i;
        }

        assertTooCostly(TiffHeader.of(64, 64, tags), "steps");
    }

    @Test
    void refuses_progressiveJpegInATiff() {
        var jpeg = CostlyJpeg.progressive(64, 64, 50);

        assertTooCostly(TestImages.concat(TiffHeader.of(6000, 6000, 259, 7), jpeg), "steps");
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 32_908, 34_676, 34_712, 50_001})
    void refuses_rareCompressionsOfTiff(int compression) {
        assertRefused(
                TiffHeader.of(64, 64, 259, compression), FailureCode.UNSUPPORTED_FORMAT, "rare method " + compression);
    }

    @Test
    void ingest_refusesAsTheDetectorDoes() {
        var bomb = Blob.wrap(CostlyJpeg.progressive(640, 480, 101));

        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> new PhotoEncoder().forKafka(bomb, ImageLimits.DEFAULT))
                .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TOO_COSTLY));
    }

    private void assertTooCostly(byte[] image, String message) {
        assertRefused(image, FailureCode.TOO_COSTLY, message);
    }

    private void assertRefused(byte[] image, FailureCode code, String message) {
        var start = System.nanoTime();

        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> decoder.decode(Blob.wrap(image)))
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    }

    private static byte[] nestedExif(int entriesPerLevel) {
        var levels = 4;
        var exif = ByteBuffer.allocate(8 + levels * (6 + 12 * entriesPerLevel)).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        for (var level = 1; level <= levels; level++) {
            var next = exif.position() + 6 + 12 * entriesPerLevel;
            exif.putShort((short) entriesPerLevel);
            for (var i = 0; i < entriesPerLevel; i++) {
                var isLeaf = level == levels;
                exif.putShort((short) (isLeaf ? 0x0100 : 0x8769)).putShort((short) 4);
                exif.putInt(1).putInt(isLeaf ? 0 : next);
            }
            exif.putInt(0);
        }
        return exif.array();
    }

    private static byte[] deflated(int zeros) {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION), 8192)) {
            var block = new byte[8192];
            for (var left = zeros; left > 0; left -= block.length) {
                deflater.write(block, 0, Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Grey; the header says what the data would be. */
    private static byte[] png(int width, int height, int interlaced) {
        var png = TestImages.encode(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height).put(28, (byte) interlaced);
        return png;
    }

    /** Of one strip, compressed by Deflate; the data are left out. */
    private static byte[] tiff(int width, int height, int compression) {
        return TiffHeader.of(width, height, 259, compression);
    }
}
