package io.faceline.vision.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.image.NativeOpenCv;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class QuarterTurnTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 20;

    /** A white rectangle that no turn maps to itself. */
    private static final Rect WHITE = new Rect(4, 2, 8, 3);

    @ParameterizedTest
    @EnumSource(QuarterTurn.class)
    void boxOfTheTurnedImage_isMappedToTheOriginal(QuarterTurn turn) {
        NativeOpenCv.load();
        var original = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, Scalar.all(0));
        original.submat(WHITE).setTo(Scalar.all(255));

        try (var turned = turn.turn(original)) {
            var detection = turn.back(detection(white(turned.bgr()), turned.width(), turned.height()));

            assertThat(detection.box().x()).isCloseTo(WHITE.x / (double) WIDTH, within(1e-9));
            assertThat(detection.box().y()).isCloseTo(WHITE.y / (double) HEIGHT, within(1e-9));
            assertThat(detection.box().w()).isCloseTo(WHITE.width / (double) WIDTH, within(1e-9));
            assertThat(detection.box().h()).isCloseTo(WHITE.height / (double) HEIGHT, within(1e-9));
            assertThat(detection.landmarks().nose().x()).isCloseTo((WHITE.x + WHITE.width / 2.0) / WIDTH, within(1e-9));
            assertThat(detection.landmarks().nose().y())
                    .isCloseTo((WHITE.y + WHITE.height / 2.0) / HEIGHT, within(1e-9));
        } finally {
            original.release();
        }
    }

    private static Rect white(Mat image) {
        var left = image.cols();
        var top = image.rows();
        var right = 0;
        var bottom = 0;
        for (var y = 0; y < image.rows(); y++) {
            for (var x = 0; x < image.cols(); x++) {
                if (image.get(y, x)[0] > 0) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Rect(left, top, right - left, bottom - top);
    }

    /** With every landmark in the centre of the box. */
    private static Detection detection(Rect box, int width, int height) {
        var centre = new Point((box.x + box.width / 2.0) / width, (box.y + box.height / 2.0) / height);
        return new Detection(
                BoundingBox.ofPixels(box.x, box.y, box.x + box.width, box.y + box.height, width, height),
                new Landmarks(centre, centre, centre, centre, centre),
                1);
    }
}
