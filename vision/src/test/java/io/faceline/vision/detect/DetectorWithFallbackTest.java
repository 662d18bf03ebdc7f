package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.Device;
import io.faceline.vision.model.ModelInUse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class DetectorWithFallbackTest {
    private static final Point CENTRE = new Point(0.5, 0.5);
    private static final Detection FIRST = detection(0.9);
    private static final Detection SECOND = detection(0.7);
    private static final Detection DOUBTFUL = detection(0.4);

    @Test
    void secondDetector_isAskedWhereTheFirstFindsNothing() {
        NativeOpenCv.load();
        try (var detector = new DetectorWithFallback(new Fake(List.of()), new Fake(List.of(SECOND)));
                var picture = Picture.of(new Mat(4, 4, CvType.CV_8UC3))) {
            assertThat(detector.look(picture, 24)).isEqualTo(new Look(List.of(SECOND), List.of(DOUBTFUL)));
        }
    }

    @Test
    void secondDetector_isNotAskedWhereTheFirstFindsAFace() {
        NativeOpenCv.load();
        try (var detector = new DetectorWithFallback(new Fake(List.of(FIRST)), new Fake(List.of(SECOND)));
                var picture = Picture.of(new Mat(4, 4, CvType.CV_8UC3))) {
            assertThat(detector.detect(picture, 24)).containsExactly(FIRST);
        }
    }

    private static Detection detection(double confidence) {
        return new Detection(
                new BoundingBox(0, 0, 1, 1), new Landmarks(CENTRE, CENTRE, CENTRE, CENTRE, CENTRE), confidence);
    }

    private record Fake(List<Detection> faces) implements FaceDetector {
        @Override
        public List<Detection> detect(Picture picture, int smallestFacePixels) {
            return faces;
        }

        @Override
        public Look look(Picture picture, int smallestFacePixels) {
            return new Look(faces, List.of(DOUBTFUL));
        }

        @Override
        public ModelInUse model() {
            return new ModelInUse("fake@0", Device.CPU);
        }

        @Override
        public void close() {}
    }
}
