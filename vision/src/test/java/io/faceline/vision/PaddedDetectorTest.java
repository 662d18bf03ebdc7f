package io.faceline.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceDetector;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.Device;
import io.faceline.vision.model.ModelInUse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class PaddedDetectorTest {
    @Test
    void detections_areMappedToTheImageAndClipped() {
        NativeOpenCv.load();
        var seen = new int[2];
        FaceDetector fake = new FaceDetector() {
            @Override
            public List<Detection> detect(Picture padded, int smallestFacePixels) {
                seen[0] = padded.width();
                seen[1] = padded.height();
                // An image of 100 × 40 padded to 200 × 80 pixels lies from 0.25 to 0.75.
                var middle = new Point(0.5, 0.5);
                var eye = new Point(0.25, 0.75);
                return List.of(new Detection(
                        new BoundingBox(0.2, 0.4, 0.3, 0.2),
                        new Landmarks(eye, middle, middle, middle, new Point(0.2, 0.5)),
                        0.9));
            }

            @Override
            public ModelInUse model() {
                return new ModelInUse("fake@0", Device.CPU);
            }

            @Override
            public void close() {}
        };

        try (var picture = Picture.of(new Mat(40, 100, CvType.CV_8UC3))) {
            var found = new PaddedDetector(fake).detect(picture, 24).get(0);

            assertThat(seen).containsExactly(200, 80);
            assertThat(found.box().x()).isZero();
            assertThat(found.box().w()).isCloseTo(0.5, within(1e-9));
            assertThat(found.box().y()).isCloseTo(0.3, within(1e-9));
            assertThat(found.box().h()).isCloseTo(0.4, within(1e-9));
            assertThat(found.landmarks().leftEye()).isEqualTo(new Point(0, 1));
            assertThat(found.landmarks().mouthRight().x()).isCloseTo(-0.1, within(1e-9));
        }
    }
}
