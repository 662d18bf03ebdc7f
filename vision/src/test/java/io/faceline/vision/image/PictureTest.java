package io.faceline.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.image.quality.QualityMeter;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class PictureTest {
    @BeforeAll
    static void loadOpenCv() {
        NativeOpenCv.load();
    }

    @Test
    void releasesItsPixels_onceClosed() {
        var pixels = new Mat(20, 30, CvType.CV_8UC3);
        var picture = Picture.of(pixels);

        picture.close();
        picture.close();

        assertThat(pixels.empty()).isTrue();
        assertThat(picture.width()).isEqualTo(30);
        assertThat(picture.height()).isEqualTo(20);
        assertThatIllegalStateException().isThrownBy(picture::bgr);
    }

    @Test
    void refuses_otherPixels() {
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.of(new Mat()));
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.of(new Mat(2, 2, CvType.CV_8UC1)));
    }

    @Test
    void pixels_areBlueGreenRed_rowByRow() {
        var matrix = new Mat(2, 1, CvType.CV_8UC3);
        matrix.put(0, 0, new byte[] {1, 2, 3, 4, 5, 6});

        try (var picture = Picture.of(matrix)) {
            assertThat(picture.pixels()).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    /** 2,000 pictures of 400 × 300 take 720 MB, so that a leak of one in six is detected. */
    @Test
    void keepsNativeMemoryFlat() throws ImageException, IOException {
        var statm = Path.of("/proc/self/statm");
        assumeTrue(Files.isReadable(statm), "resident size is read from /proc, which only Linux has");
        var exif = TestImages.exif(6, ByteOrder.LITTLE_ENDIAN);
        var jpeg = TestImages.jpegWithExif(smoothNoise(400, 300), exif);
        touchTheHeap();
        repeat(jpeg, 100);
        var before = residentMegabytes(statm);

        repeat(jpeg, 2000);

        assertThat(residentMegabytes(statm) - before).isLessThan(120);
    }

    /** Warms up the JVM before measuring. */
    private static void touchTheHeap() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(new byte[100_000]).hasSize(100_000);
        }
    }

    private static byte[] smoothNoise(int width, int height) {
        var pixels = new Mat(height, width, CvType.CV_8UC3);
        Core.randn(pixels, 128, 40);
        Imgproc.blur(pixels, pixels, new Size(9, 9));
        return TestImages.encodeByOpenCv(pixels, ".jpg");
    }

    private static void repeat(byte[] jpeg, int times) throws ImageException {
        var decoder = new ImageDecoder(ImageLimits.DEFAULT);
        var landmarks = TestLandmarks.ofPixels(FaceAligner.TEMPLATE, 300, 400);
        for (int i = 0; i < times; i++) {
            try (var picture = decoder.decode(Blob.wrap(jpeg))) {
                var crop = FaceAligner.align(picture, landmarks);
                QualityMeter.measure(picture, new BoundingBox(0, 0, 0.2, 0.2), landmarks, crop, 0.9);
                CropJpeg.decode(CropJpeg.encode(crop));
            }
        }
    }

    /** Resident memory after a garbage collection, which runs the finalisers of matrices; excludes the heap. */
    private static long residentMegabytes(Path statm) throws IOException {
        System.gc();
        System.runFinalization();
        System.gc();
        return Long.parseLong(Files.readString(statm).split(" ")[1]) * 4 / 1024;
    }
}
