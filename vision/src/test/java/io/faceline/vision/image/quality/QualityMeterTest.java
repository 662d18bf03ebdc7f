package io.faceline.vision.image.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.face.Quality;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.TestLandmarks;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class QualityMeterTest {
    @BeforeAll
    static void loadOpenCv() {
        NativeOpenCv.load();
    }

    @Test
    void measuresTheShorterSideOfTheBox() {
        try (var picture = Picture.of(new Mat(400, 200, CvType.CV_8UC3, Scalar.all(100)))) {
            var landmarks = TestLandmarks.ofPixels(FaceAligner.TEMPLATE, 200, 400);
            var crop = FaceAligner.align(picture, landmarks);

            var quality = QualityMeter.measure(picture, new BoundingBox(0.1, 0.1, 0.4, 0.25), landmarks, crop, 0.9);

            assertThat(quality.sizePixels()).isEqualTo(80, within(1e-9));
        }
    }

    @Test
    void measuresMeanLuma() {
        assertThat(of(Scalar.all(0)).brightness()).isZero();
        assertThat(of(Scalar.all(255)).brightness()).isEqualTo(1, within(1e-3));
        // 0.114 · 200 + 0.587 · 100 + 0.299 · 50 = 96.45
        assertThat(of(new Scalar(200, 100, 50)).brightness()).isEqualTo(96.45 / 255, within(2e-3));
    }

    @Test
    void sharpnessIsZero_forUniformFaces() {
        assertThat(of(Scalar.all(128)).sharpness()).isZero();
        assertThat(of(Scalar.all(0)).score()).isZero();
    }

    @Test
    void countsTheLaplacianOfAChequerboard() {
        // Squares of one pixel, 100 and 120: every Laplacian is +80 or -80, so the variance is 6400.
        var bytes = new byte[AlignedCrop.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            var pixel = i / 3;
            bytes[i] = (byte) ((pixel % 112 + pixel / 112) % 2 == 0 ? 100 : 120);
        }

        assertThat(new CropLuma(new AlignedCrop(Blob.wrap(bytes))).laplacianVariance(1))
                .isEqualTo(6400, within(1e-6));
    }

    @Test
    void ignoresTheEdgeOfThePicture() {
        var bytes = new byte[AlignedCrop.BYTES];
        Arrays.fill(bytes, 0, bytes.length / 2, (byte) 150);

        assertThat(new CropLuma(new AlignedCrop(Blob.wrap(bytes))).laplacianVariance(1))
                .isZero();
    }

    @Test
    void isLessSharp_theMoreItIsBlurred() {
        var sharp = sharpnessOfNoise(1, 0);

        assertThat(sharp).isGreaterThan(0.6);
        assertThat(sharpnessOfNoise(1, 1)).isLessThan(sharp);
        assertThat(sharpnessOfNoise(1, 3)).isLessThan(0.15);
    }

    @Test
    void isAboutAsSharp_whenTheFaceIsSmallAndEnlarged() {
        assertThat(sharpnessOfNoise(0.4, 0)).isGreaterThan(0.6);
    }

    @Test
    void scoresTurnedFacesLower() {
        assertThat(QualityMeter.frontality(new HeadPose(0, 0, 170))).isEqualTo(1);
        assertThat(QualityMeter.frontality(new HeadPose(60, 0, 0))).isEqualTo(0.5, within(1e-9));
        assertThat(QualityMeter.frontality(new HeadPose(-100, 0, 0))).isZero();
    }

    @Test
    void normalExposure_doesNotReduceTheScore() {
        assertThat(QualityMeter.exposure(0.45)).isEqualTo(1);
        assertThat(QualityMeter.exposure(0.125)).isEqualTo(0.5);
        assertThat(QualityMeter.exposure(0.875)).isEqualTo(0.5);
    }

    /** A texture of two to four pixels, like the details of a face. */
    private static double sharpnessOfNoise(double size, double sigma) {
        var noise = new Mat((int) (112 * size), (int) (112 * size), CvType.CV_8UC3);
        Core.randn(noise, 128, 40);
        Imgproc.GaussianBlur(noise, noise, new Size(0, 0), 0.8);
        if (sigma > 0) {
            Imgproc.GaussianBlur(noise, noise, new Size(0, 0), sigma);
        }
        try (var picture = Picture.of(noise)) {
            return of(picture, size).sharpness();
        }
    }

    private static Quality of(Scalar colour) {
        try (var picture = Picture.of(new Mat(112, 112, CvType.CV_8UC3, colour))) {
            return of(picture, 1);
        }
    }

    private static Quality of(Picture picture, double scale) {
        var points = FaceAligner.TEMPLATE.stream()
                .map(point -> new Point(point.x() * scale, point.y() * scale))
                .toList();
        var landmarks = TestLandmarks.ofPixels(points, picture.width(), picture.height());
        var crop = FaceAligner.align(picture, landmarks);
        return QualityMeter.measure(picture, new BoundingBox(0, 0, 1, 1), landmarks, crop, 0.9);
    }
}
