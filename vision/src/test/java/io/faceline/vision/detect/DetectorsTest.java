package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.MinimumFaceSize;
import io.faceline.vision.TestModels;
import io.faceline.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract test of all detectors. */
class DetectorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"rfb320", "scrfd_500m", "scrfd_2.5g", "yunet", "yunet_2023mar"})
    void groupOfSix_isFoundByEveryDetectorAtTheSamePlaces(String name) throws IOException, ImageException {
        var photo = TestModels.shared("data/photos/insightface/t1.jpg");
        var others = detect("scrfd_500m", photo);

        var detections = detect(name, photo);

        assertThat(detections).hasSize(6).allSatisfy(detection -> {
            assertThat(others).anyMatch(other -> other.box().iou(detection.box()) > 0.5);
            assertLooksLikeAFace(detection);
        });
        assertThat(detections).extracting(Detection::confidence).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void defaultDetector_findsTheFacesOfTheDemoPhotos() throws IOException, ImageException {
        try (var detector = TestModels.detector("rfb320")) {
            for (var number = 1; number <= 6; number++) {
                try (var picture = TestModels.picture(TestModels.sample(number))) {
                    assertThat(detector.detect(picture, MinimumFaceSize.DEFAULT.inPhotos()))
                            .as("sample" + number)
                            .hasSizeBetween(3, 5)
                            .allSatisfy(DetectorsTest::assertLooksLikeAFace);
                }
            }
        }
    }

    @Test
    void sharedDetector_isThreadSafe() throws IOException, ImageException {
        try (var detector = TestModels.detector("rfb320");
                var picture = TestModels.picture(TestModels.sample(1))) {
            var alone = detector.detect(picture, MinimumFaceSize.DEFAULT.inPhotos());

            var together = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> detector.detect(picture, MinimumFaceSize.DEFAULT.inPhotos()))
                    .toList();

            assertThat(together).allMatch(alone::equals);
        }
    }

    private static List<Detection> detect(String name, Path photo) throws IOException, ImageException {
        try (var detector = TestModels.detector(name);
                var picture = TestModels.picture(photo)) {
            return detector.detect(picture, MinimumFaceSize.DEFAULT.inPhotos());
        }
    }

    /** Checks the landmarks of an upright face: eyes above the mouth, the person's left on the right of the image. */
    private static void assertLooksLikeAFace(Detection detection) {
        var landmarks = detection.landmarks();
        assertThat(landmarks.leftEye().y()).isLessThan(landmarks.mouthLeft().y());
        assertThat(landmarks.rightEye().y()).isLessThan(landmarks.mouthRight().y());
        assertThat(landmarks.leftEye().x()).isGreaterThan(landmarks.rightEye().x());
        assertThat(landmarks.mouthLeft().x())
                .isGreaterThan(landmarks.mouthRight().x());
    }
}
