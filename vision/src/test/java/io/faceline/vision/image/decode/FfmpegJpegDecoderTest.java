package io.faceline.vision.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.TestImages;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

class FfmpegJpegDecoderTest {
    private static final double TOLERANCE = 6;

    private final FfmpegJpegDecoder fast = new FfmpegJpegDecoder();

    @Test
    void commonJpegs_equalOpenCvs() throws ImageException {
        for (var size : new int[][] {{640, 360}, {251, 250}, {17, 16}, {64, 35}, {33, 129}, {1280, 720}}) {
            var jpeg = jpeg(size[0], size[1], Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420);

            try (var picture = fast.decode(admitted(jpeg)).orElseThrow()) {
                var expected = Imgcodecs.imdecode(new MatOfByte(jpeg.toByteArray()), Imgcodecs.IMREAD_COLOR);
                assertThat(picture.width()).isEqualTo(size[0]);
                assertThat(Core.norm(picture.bgr(), expected, Core.NORM_INF))
                        .as(Arrays.toString(size))
                        .isLessThanOrEqualTo(TOLERANCE);
            }
        }
    }

    @Test
    void otherJpegs_areLeftToOpenCv() throws ImageException {
        var full = jpeg(64, 64, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444);
        var grey = Blob.wrap(TestImages.encode(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY), "jpg"));

        assertThat(fast.decode(admitted(full))).isEmpty();
        assertThat(fast.decode(admitted(grey))).isEmpty();
        assertThat(fast.decode(admitted(jpeg(64, 64, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420))))
                .isPresent();
    }

    @Test
    void damagedJpegs_areLeftToOpenCv_andTheNextIsDecoded() throws ImageException {
        var jpeg = jpeg(320, 240, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420);
        var damaged = jpeg.toByteArray();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 40, (byte) 0xFF);

        assertThat(fast.decode(admitted(Blob.wrap(damaged)))).isEmpty();
        assertThat(fast.decode(admitted(jpeg))).isPresent();
    }

    @Test
    void manyThreads_getTheirOwnPictures() throws Exception {
        var jpegs = new ArrayList<Blob>();
        for (var width = 100; width < 180; width += 10) {
            jpegs.add(jpeg(width, 90, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420));
        }
        var workers = Executors.newFixedThreadPool(4);
        try {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (var round = 0; round < 50; round++) {
                jpegs.forEach(jpeg -> tasks.add(() -> isCorrect(jpeg)));
            }
            for (var result : workers.invokeAll(tasks)) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            workers.shutdown();
        }
    }

    private boolean isCorrect(Blob jpeg) throws ImageException {
        var expected = Imgcodecs.imdecode(new MatOfByte(jpeg.toByteArray()), Imgcodecs.IMREAD_COLOR);
        try (var picture = fast.decode(admitted(jpeg)).orElseThrow()) {
            return Core.norm(picture.bgr(), expected, Core.NORM_INF) <= TOLERANCE;
        }
    }

    private static AdmittedImage.Jpeg admitted(Blob jpeg) throws ImageException {
        return (AdmittedImage.Jpeg) new ImageValidator(ImageLimits.DEFAULT).admit(jpeg);
    }

    /** Smooth colours, which show rounding errors but no noise. */
    private static Blob jpeg(int width, int height, int sampling) {
        NativeOpenCv.load();
        var noise = new Mat(height, width, CvType.CV_8UC3);
        var values = new byte[3 * width * height];
        new Random(7).nextBytes(values);
        noise.put(0, 0, values);
        Imgproc.GaussianBlur(noise, noise, new Size(9, 9), 4);
        Core.normalize(noise, noise, 0, 255, Core.NORM_MINMAX);
        var jpeg = new MatOfByte();
        Imgcodecs.imencode(
                ".jpg",
                noise,
                jpeg,
                new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 92, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, sampling));
        return Blob.wrap(jpeg.toArray());
    }
}
