package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.Resize;
import io.faceline.contracts.face.Point;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.Picture;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class ImageRegionTest {
    @BeforeAll
    static void loadOpenCv() {
        NativeOpenCv.load();
    }

    @Test
    void letterbox_keepsTheShapeAndPadsRightAndBelow() {
        var input = TestFacts.input(4, 4, Resize.LETTERBOX);
        try (var picture = Picture.of(new Mat(4, 8, CvType.CV_8UC3, new Scalar(1, 2, 3)))) {
            var pixels = new byte[4 * 4 * 3];

            ImageRegion.whole(picture, input).readInto(pixels, picture, input);

            assertThat(pixels).startsWith(1, 2, 3).endsWith(0, 0, 0);
            assertThat(pixels[2 * 4 * 3 - 1]).as("last pixel of the second row").isEqualTo((byte) 3);
            assertThat(pixels[2 * 4 * 3]).as("first pixel of the third row").isZero();
        }
    }

    @Test
    void letterbox_mapsBackByOneScale() {
        var view = ImageRegion.of(new Rect(0, 0, 1280, 886), TestFacts.input(640, 640, Resize.LETTERBOX));

        var hit = view.toPicture(new RawDetection(10, 20, 30, 40, 1, List.of(new Point(15, 25))));

        assertThat(hit).isEqualTo(new RawDetection(20, 40, 60, 80, 1, List.of(new Point(30, 50))));
    }

    @Test
    void stretch_mapsEachSideByItsOwnScaleFromTheTilesCorner() {
        var view = ImageRegion.of(new Rect(100, 200, 640, 960), TestFacts.input(320, 240, Resize.STRETCH));

        var hit = view.toPicture(new RawDetection(10, 20, 30, 40, 1, List.of()));

        assertThat(hit).isEqualTo(new RawDetection(120, 280, 160, 360, 1, List.of()));
    }
}
