package io.faceline.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class FaceThumbnailTest {
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);

    @Test
    void faceIsInTheMiddle_withSurroundings() throws ImageException {
        try (var picture = whiteSquare(1000, 800, new Rect(400, 300, 200, 200))) {
            var closeup = FaceThumbnail.of(picture, new BoundingBox(0.4, 0.375, 0.2, 0.25), 400);

            assertThat(closeup.side()).isEqualTo(400);
            assertThat(closeup.box().x()).isEqualTo((520 - 200) / 2.0 / 520, within(1e-9));
            assertThat(closeup.box().w()).isEqualTo(200 / 520.0, within(1e-9));
            assertWhiteInside(closeup);
        }
    }

    @Test
    void cropIsShiftedIntoTheImage_faceInACorner() throws ImageException {
        try (var picture = whiteSquare(1000, 800, new Rect(900, 0, 100, 100))) {
            var closeup = FaceThumbnail.of(picture, new BoundingBox(0.9, 0, 0.1, 0.125), 400);

            assertThat(closeup.side()).isEqualTo(260);
            assertThat(closeup.box().x() + closeup.box().w()).isEqualTo(1, within(1e-9));
            assertThat(closeup.box().y()).isZero();
            assertWhiteInside(closeup);
        }
    }

    @Test
    void cropIsNoLargerThanTheImage_faceFillsIt() throws ImageException {
        try (var picture = whiteSquare(60, 100, new Rect(0, 10, 60, 80))) {
            var closeup = FaceThumbnail.of(picture, new BoundingBox(0, 0.1, 1, 0.8), 400);

            assertThat(closeup.side()).isEqualTo(60);
            assertThat(closeup.box()).isEqualTo(new BoundingBox(0, 0, 1, 1));
        }
    }

    private void assertWhiteInside(FaceThumbnail closeup) throws ImageException {
        try (var image = decoder.decode(closeup.jpeg())) {
            var box = closeup.box();
            var row = (int) Math.round((box.y() + box.h() / 2) * image.height());
            assertThat(image.bgr().get(row, (int) Math.round((box.x() + box.w() / 2) * image.width()))[0])
                    .isGreaterThan(240);
            assertThat(image.bgr().get(row, (int) Math.round(box.x() * image.width()) - 8)[0])
                    .isLessThan(15);
        }
    }

    private static Picture whiteSquare(int width, int height, Rect square) {
        NativeOpenCv.load();
        var pixels = new Mat(height, width, CvType.CV_8UC3, Scalar.all(0));
        var part = pixels.submat(square);
        part.setTo(Scalar.all(255));
        part.release();
        return Picture.of(pixels);
    }
}
