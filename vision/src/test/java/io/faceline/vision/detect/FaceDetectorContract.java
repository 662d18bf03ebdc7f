package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.MinimumFaceSize;
import io.faceline.vision.TestModels;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** What every {@link FaceDetector} must do, with whichever model; skips where the model is not there. */
abstract class FaceDetectorContract {
    /** The name of the model in the catalog. */
    abstract String model();

    @Test
    void groupOfSix_isFoundAtTheSamePlacesAsByAnotherDetector() throws IOException, ImageException {
        var photo = TestModels.shared("data/photos/insightface/t1.jpg");
        var others = detect("scrfd_500m", photo);

        var detections = detect(model(), photo);

        assertThat(detections).hasSize(6).allSatisfy(detection -> assertThat(others)
                .anyMatch(other -> other.box().iou(detection.box()) > 0.5));
    }

    @Test
    void detections_lookLikeFaces_mostConfidentFirst() throws IOException, ImageException {
        var detections = detect(model(), TestModels.sample(1));

        assertThat(detections).isNotEmpty().allSatisfy(FaceDetectorContract::assertLooksLikeAFace);
        assertThat(detections)
                .extracting(Detection::confidence)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(confidence -> confidence > 0 && confidence <= 1);
    }

    @Test
    void nothing_isFoundInAPictureWithoutAnything() {
        try (var detector = TestModels.detector(model());
                var grey = Picture.of(new Mat(360, 640, CvType.CV_8UC3, Scalar.all(128)))) {
            assertThat(detect(detector, grey)).isEmpty();
        }
    }

    @Test
    void tinyPicture_isSearchedToo() {
        try (var detector = TestModels.detector(model());
                var pixel = Picture.of(new Mat(1, 1, CvType.CV_8UC3, Scalar.all(128)))) {
            assertThat(detect(detector, pixel)).isEmpty();
        }
    }

    @Test
    void sharedByManyThreads_itTellsAllTheSame() throws IOException, ImageException {
        try (var detector = TestModels.detector(model());
                var picture = TestModels.picture(TestModels.sample(1))) {
            var alone = detect(detector, picture);

            var together = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> detect(detector, picture))
                    .toList();

            assertThat(together).allMatch(alone::equals);
        }
    }

    @Test
    void model_isNamedWithTheHashOfItsFile() {
        try (var detector = TestModels.detector(model())) {
            assertThat(detector.model().id()).matches(model() + "@[0-9a-f]{8}");
        }
    }

    private static List<Detection> detect(String model, Path photo) throws IOException, ImageException {
        try (var detector = TestModels.detector(model);
                var picture = TestModels.picture(photo)) {
            return detect(detector, picture);
        }
    }

    static List<Detection> detect(FaceDetector detector, Picture picture) {
        return detector.detect(picture, MinimumFaceSize.DEFAULT.inPhotos());
    }

    /** Of a face that is not upside down: eyes above mouth, and the person's left on the right as seen. */
    static void assertLooksLikeAFace(Detection detection) {
        var landmarks = detection.landmarks();
        assertThat(landmarks.leftEye().y()).isLessThan(landmarks.mouthLeft().y());
        assertThat(landmarks.rightEye().y()).isLessThan(landmarks.mouthRight().y());
        assertThat(landmarks.leftEye().x()).isGreaterThan(landmarks.rightEye().x());
        assertThat(landmarks.mouthLeft().x())
                .isGreaterThan(landmarks.mouthRight().x());
    }
}
