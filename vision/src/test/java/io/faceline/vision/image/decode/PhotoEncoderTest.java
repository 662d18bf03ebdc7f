package io.faceline.vision.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.PictureAssert;
import io.faceline.vision.image.TestImages;
import io.faceline.vision.image.header.ImageKind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class PhotoEncoderTest {
    private final PhotoEncoder encoder = new PhotoEncoder();
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp"})
    void keepsPhotosWithinTheLimit(String format) throws ImageException {
        var original = TestImages.encode(TestImages.quarters(BufferedImage.TYPE_INT_RGB), format);

        assertThat(encoder.forKafka(Blob.wrap(original), ImageLimits.DEFAULT).toByteArray())
                .isEqualTo(original);
    }

    @Test
    void readsOnlyTheHeader_withinTheLimit() throws ImageException {
        var cutOff = TestImages.pngHeader(1000, 1000);

        assertThat(encoder.forKafka(Blob.wrap(cutOff), ImageLimits.DEFAULT).toByteArray())
                .isEqualTo(cutOff);
    }

    @Test
    void writesTiffAsAnUprightJpeg() throws ImageException {
        var tiff = TestImages.tiff(TestImages.quarters(BufferedImage.TYPE_INT_RGB), 6, ByteOrder.LITTLE_ENDIAN);

        var frame = encoder.forKafka(Blob.wrap(tiff), ImageLimits.DEFAULT);

        assertThat(ImageKind.sniff(frame)).contains(ImageKind.JPEG);
        try (var picture = decoder.decode(frame)) {
            assertThat(picture.width()).isEqualTo(TestImages.HEIGHT);
            PictureAssert.assertQuarters(picture, Color.BLUE, Color.RED, Color.WHITE, Color.GREEN);
        }
    }

    @Test
    void reencodesLargePhotos_atFullResolution() throws ImageException {
        NativeOpenCv.load();
        var noise = new Mat(2400, 3200, CvType.CV_8UC3);
        Core.randu(noise, 0, 255);
        var png = TestImages.encodeByOpenCv(noise, ".png");
        assertThat(png.length).isGreaterThan(PhotoEncoder.MAX_FRAME_BYTES);

        var frame = encoder.forKafka(Blob.wrap(png), ImageLimits.DEFAULT);

        assertThat(frame.size()).isLessThanOrEqualTo(PhotoEncoder.MAX_FRAME_BYTES);
        try (var picture = decoder.decode(frame)) {
            assertThat(picture.width()).isEqualTo(3200);
            assertThat(picture.height()).isEqualTo(2400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp"})
    void reencodesPhotosWithMoreBytesThanTheirPixelsExplain(String format) throws ImageException {
        var small = TestImages.encode(TestImages.quarters(BufferedImage.TYPE_INT_RGB), format);
        var padded = Arrays.copyOf(small, PhotoEncoder.MAX_FRAME_BYTES);

        var frame = encoder.forKafka(Blob.wrap(padded), ImageLimits.DEFAULT);

        assertThat(frame.size()).isLessThan(64 << 10);
        try (var picture = decoder.decode(frame)) {
            PictureAssert.assertQuarters(picture, Color.RED, Color.GREEN, Color.BLUE, Color.WHITE);
        }
    }

    @Test
    void rejects_whatTheDecoderRejects() {
        assertRefused(new byte[0], FailureCode.EMPTY_FILE);
        assertRefused("text".getBytes(StandardCharsets.UTF_8), FailureCode.UNSUPPORTED_FORMAT);
        assertRefused(TestImages.pngHeader(30_000, 30_000), FailureCode.TOO_MANY_PIXELS);
        assertRefused(TestImages.pngHeader(0, 0), FailureCode.TOO_SMALL);
    }

    private void assertRefused(byte[] bytes, FailureCode code) {
        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> encoder.forKafka(Blob.wrap(bytes), ImageLimits.DEFAULT))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
