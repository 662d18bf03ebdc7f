package io.faceline.vision.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.Point;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class FaceAlignerTest {
    @BeforeAll
    static void loadOpenCv() {
        NativeOpenCv.load();
    }

    @Test
    void copies_ifTheFaceIsAligned() {
        try (var picture = noise(112, 112)) {
            var crop = FaceAligner.align(picture, TestLandmarks.ofPixels(FaceAligner.TEMPLATE, 112, 112));

            assertThat(crop.bgr().toByteArray()).isEqualTo(pixels(picture));
        }
    }

    @Test
    void cutsOut_whenTheFaceIsOnlyShifted() {
        var points = shifted(40, 25);
        try (var picture = noise(300, 200)) {
            var crop = FaceAligner.align(picture, TestLandmarks.ofPixels(points, 300, 200))
                    .bgr()
                    .toByteArray();

            var expected = new byte[3];
            picture.bgr().get(25 + 60, 40 + 50, expected);
            assertThat(pixel(crop, 50, 60)).isEqualTo(expected);
        }
    }

    @Test
    void isBlack_outsideThePicture() {
        try (var picture = Picture.of(new Mat(112, 112, CvType.CV_8UC3, Scalar.all(200)))) {
            var crop = FaceAligner.align(picture, TestLandmarks.ofPixels(shifted(-30, 0), 112, 112))
                    .bgr()
                    .toByteArray();

            assertThat(pixel(crop, 29, 50)).containsOnly(0);
            assertThat(pixel(crop, 30, 50)).containsOnly((byte) 200);
        }
    }

    @Test
    void turnsUpright_whenTheFaceIsUpsideDown() {
        var points = FaceAligner.TEMPLATE.stream()
                .map(point -> new Point(111 - point.x(), 111 - point.y()))
                .toList();
        try (var picture = noise(112, 112);
                var turned = turned(picture)) {
            var crop = FaceAligner.align(turned, TestLandmarks.ofPixels(points, 112, 112))
                    .bgr()
                    .toByteArray();

            assertThat(pixel(crop, 40, 50)).isEqualTo(pixel(pixels(picture), 40, 50));
        }
    }

    private static List<Point> shifted(double x, double y) {
        return FaceAligner.TEMPLATE.stream()
                .map(point -> new Point(point.x() + x, point.y() + y))
                .toList();
    }

    private static Picture turned(Picture picture) {
        var turned = new Mat();
        Core.rotate(picture.bgr(), turned, Core.ROTATE_180);
        return Picture.of(turned);
    }

    private static Picture noise(int width, int height) {
        var noise = new Mat(height, width, CvType.CV_8UC3);
        Core.randu(noise, 0, 255);
        return Picture.of(noise);
    }

    private static byte[] pixels(Picture picture) {
        var bytes = new byte[picture.width() * picture.height() * 3];
        picture.bgr().get(0, 0, bytes);
        return bytes;
    }

    private static byte[] pixel(byte[] crop, int x, int y) {
        var at = 3 * (y * AlignedCrop.SIDE + x);
        return new byte[] {crop[at], crop[at + 1], crop[at + 2]};
    }
}
