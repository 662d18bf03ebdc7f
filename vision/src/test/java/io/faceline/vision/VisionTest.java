package io.faceline.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.embed.FaceVector;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class VisionTest {
    private static final double VERIFY =
            ModelCatalog.load(List.of()).matching("fr_feature").thresholds().verify();

    @Test
    void womanOfTheFirstDemoPhoto_isInTheThirdAmongStrangers() throws IOException, ImageException {
        try (var vision = Vision.open(TestModels.defaults())) {
            var first = vision.analyzer().find(image(TestModels.sample(1)));
            var third = vision.analyzer().find(image(TestModels.sample(3)));

            var woman = embeddings(vision, List.of(rightmost(first.faces()))).get(0);
            var similarities = embeddings(vision, third.faces()).stream()
                    .map(woman::similarity)
                    .sorted()
                    .toList();

            assertThat(similarities.get(similarities.size() - 1)).isCloseTo(0.71, within(0.05));
            assertThat(similarities.subList(0, similarities.size() - 1)).allMatch(similarity -> similarity < VERIFY);
        }
    }

    @Test
    void faces_areNumberedMostConfidentFirst() throws IOException, ImageException {
        try (var finder = Vision.openAnalyzer(TestModels.defaults())) {
            var faces = finder.find(image(TestModels.sample(2)));

            for (var i = 0; i < faces.faces().size(); i++) {
                assertThat(faces.faces().get(i).face().index()).isEqualTo(i);
            }
            assertThat(faces.faces())
                    .extracting(face -> face.face().confidence())
                    .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    @Test
    void facesInTheDark_areFoundAndShownBright() throws IOException, ImageException {
        try (var finder = Vision.openAnalyzer(TestModels.defaults());
                var photo = TestModels.picture(TestModels.sample(1));
                var dark = darkened(photo, 0.12)) {
            var faces = finder.find(photo).faces();
            var inTheDark = finder.find(dark).faces();

            // A look at the dark picture alone finds one of the three.
            assertThat(inTheDark).hasSizeGreaterThanOrEqualTo(2);
            for (var face : inTheDark) {
                assertThat(faces)
                        .anyMatch(other -> other.face().box().iou(face.face().box()) > 0.5);
                assertThat(face.face().quality().brightness()).isLessThan(0.15);
                assertThat(mean(face.crop())).isBetween(90.0, 130.0);
            }
        }
    }

    private static double mean(AlignedCrop crop) {
        var sum = 0L;
        for (var value : crop.bgr().toByteArray()) {
            sum += Byte.toUnsignedInt(value);
        }
        return (double) sum / AlignedCrop.BYTES;
    }

    @Test
    void nothing_isFoundInBlackNoise() {
        try (var finder = Vision.openAnalyzer(TestModels.defaults());
                var black = Picture.of(new Mat(360, 640, CvType.CV_8UC3))) {
            Core.setRNGSeed(1);
            Core.randn(black.bgr(), 8, 5);

            assertThat(finder.find(black).faces()).isEmpty();
        }
    }

    /** As a small sensor sees it: little of the light, and the noise of the sensor. */
    private static Picture darkened(Picture photo, double light) {
        var noise = new Mat(photo.height(), photo.width(), CvType.CV_16SC3);
        var dark = new Mat();
        Core.setRNGSeed(1);
        Core.randn(noise, 0, 3);
        Core.addWeighted(photo.bgr(), light, Mat.zeros(photo.bgr().size(), CvType.CV_8UC3), 0, 0, dark);
        Core.add(dark, noise, dark, new Mat(), CvType.CV_8UC3);
        noise.release();
        return Picture.of(dark);
    }

    @Test
    void batch_givesWhatOneByOneGives() throws IOException, ImageException {
        try (var vision = Vision.open(TestModels.shared("scrfd_500m", "w600k_mbf"))) {
            var faces = vision.analyzer()
                    .find(image(TestModels.shared("data/photos/insightface/t1.jpg")))
                    .faces();

            var together = embeddings(vision, faces);

            assertThat(vision.embedder().modelId()).isEqualTo("w600k_mbf@10907ebf");
            assertThat(vision.embedder().dimension()).isEqualTo(512);
            assertThat(together).hasSize(6);
            for (var i = 0; i < faces.size(); i++) {
                var alone = embeddings(vision, List.of(faces.get(i))).get(0);
                assertThat(together.get(i).similarity(alone)).isGreaterThan(0.9999);
            }
        }
    }

    @Test
    void noFaces_needNoInference() throws IOException {
        try (var embedder = Vision.openEmbedder(TestModels.defaults())) {
            assertThat(embedder.embed(List.of())).isEmpty();
        }
    }

    @Test
    void tightCrop_isFoundForEnrollmentOnly() throws IOException, ImageException {
        var crop = image(TestModels.shared("data/photos/insightface/Tom_Hanks_54745.png"));
        try (var finder = Vision.openAnalyzer(TestModels.shared("scrfd_500m", "w600k_mbf"))) {
            assertThat(finder.find(crop).faces()).isEmpty();

            var faces = finder.findForEnrollment(crop);

            assertThat(faces.imageWidth()).isEqualTo(112);
            assertThat(faces.faces()).hasSize(1);
            assertThat(faces.faces().get(0).face().landmarks().nose().x()).isBetween(0.3, 0.7);
        }
    }

    @Test
    void tightCrop_isEnrolledWithTheDefaultPackToo() throws IOException, ImageException {
        var crop = image(TestModels.shared("data/photos/insightface/Tom_Hanks_54745.png"));
        try (var finder = Vision.openAnalyzer(TestModels.defaults())) {
            assertThat(finder.findForEnrollment(crop).faces()).hasSize(1);
        }
    }

    @Test
    void noImage_isAnImageException() {
        try (var finder = Vision.openAnalyzer(TestModels.defaults())) {
            assertThatThrownBy(() -> finder.find(Blob.wrap("no image".getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.UNSUPPORTED_FORMAT));
        }
    }

    private static Blob image(Path file) throws IOException {
        return Blob.wrap(Files.readAllBytes(file));
    }

    private static DetectedFace rightmost(List<DetectedFace> faces) {
        return faces.stream()
                .max((a, b) -> Double.compare(a.face().box().x(), b.face().box().x()))
                .orElseThrow();
    }

    private static List<Embedding> embeddings(Vision vision, List<DetectedFace> faces) {
        return vectors(vision, faces).stream().map(FaceVector::embedding).toList();
    }

    private static List<FaceVector> vectors(Vision vision, List<DetectedFace> faces) {
        return vision.embedder().embed(faces.stream().map(DetectedFace::crop).toList());
    }
}
