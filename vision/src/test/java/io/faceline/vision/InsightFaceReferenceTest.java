package io.faceline.vision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Point;
import io.faceline.contracts.serde.Mappers;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opencv.imgcodecs.Imgcodecs;

/** Compares detections and embeddings of 52 photos with those of InsightFace's own Python package. */
@Tag("slow")
class InsightFaceReferenceTest {
    /** The side of the detector's input: boxes and landmarks may differ by one of its pixels. */
    private static final double DETECTOR_SIDE = 640;

    private static final double MIN_SIMILARITY = 0.999;

    /** One of the 86 faces is so dark that it is brightened before embedding, unlike in InsightFace. */
    private static final double DARK = 0.2;

    private static final double MIN_SIMILARITY_IN_THE_DARK = 0.8;

    @Test
    void everyFace_isDetectedAndEmbeddedAsByInsightFace() throws IOException, ImageException {
        var reference = Mappers.JSON.readTree(
                TestModels.shared("data/reference/insightface.json").toFile());
        try (var vision = Vision.open(TestModels.shared("scrfd_500m", "w600k_mbf"));
                var feature = Vision.openEmbedder(TestModels.defaults())) {
            for (var photo : reference.get("photos")) {
                var path = photo.get("path").asText();
                var faces = find(vision, TestModels.shared("data/" + path));

                assertThat(faces.imageWidth())
                        .as(path)
                        .isEqualTo(photo.get("width").asInt());
                assertThat(faces.imageHeight())
                        .as(path)
                        .isEqualTo(photo.get("height").asInt());
                assertThat(faces.faces()).as(path).hasSize(photo.get("faces").size());
                for (var expected : photo.get("faces")) {
                    var face = nearest(faces, expected);
                    assertSamePlace(path, face, expected, faces.imageWidth(), faces.imageHeight());
                    assertSameEmbedding(path, vision.embedder(), face, expected.get("w600k_mbf"));
                    assertSameEmbedding(path, feature, face, expected.get("fr_feature"));
                }
            }
        }
    }

    /** Decoded by OpenCV, as in InsightFace: this test covers the steps after decoding. */
    private static Faces<DetectedFace> find(Vision vision, Path photo) {
        NativeOpenCv.load();
        try (var picture = Picture.of(Imgcodecs.imread(photo.toString()))) {
            return vision.analyzer().find(picture);
        }
    }

    private static DetectedFace nearest(Faces<DetectedFace> faces, JsonNode expected) {
        var box = box(expected, faces.imageWidth(), faces.imageHeight());
        return faces.faces().stream()
                .max((a, b) ->
                        Double.compare(a.face().box().iou(box), b.face().box().iou(box)))
                .orElseThrow();
    }

    private static BoundingBox box(JsonNode face, int width, int height) {
        var corners = face.get("box");
        return BoundingBox.ofPixels(
                corners.get(0).asDouble(),
                corners.get(1).asDouble(),
                corners.get(2).asDouble(),
                corners.get(3).asDouble(),
                width,
                height);
    }

    private static void assertSamePlace(String path, DetectedFace face, JsonNode expected, int width, int height) {
        var box = face.face().box();
        var reference = box(expected, width, height);
        assertSamePoint(path, new Point(box.x(), box.y()), new Point(reference.x(), reference.y()), width, height);
        assertSamePoint(
                path,
                new Point(box.x() + box.w(), box.y() + box.h()),
                new Point(reference.x() + reference.w(), reference.y() + reference.h()),
                width,
                height);
        var landmarks = face.face().landmarks();
        var asSeen = List.of(
                landmarks.rightEye(),
                landmarks.leftEye(),
                landmarks.nose(),
                landmarks.mouthRight(),
                landmarks.mouthLeft());
        for (var i = 0; i < asSeen.size(); i++) {
            var point = expected.get("landmarks").get(i);
            var inPicture =
                    new Point(point.get(0).asDouble() / width, point.get(1).asDouble() / height);
            assertSamePoint(path, asSeen.get(i), inPicture, width, height);
        }
    }

    private static void assertSamePoint(String path, Point actual, Point expected, int width, int height) {
        var scale = DETECTOR_SIDE / Math.max(width, height);
        assertThat(Math.abs(actual.x() - expected.x()) * width * scale).as(path).isLessThanOrEqualTo(1);
        assertThat(Math.abs(actual.y() - expected.y()) * height * scale)
                .as(path)
                .isLessThanOrEqualTo(1);
    }

    private static void assertSameEmbedding(String path, FaceEmbedder embedder, DetectedFace face, JsonNode expected) {
        var values = new float[expected.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) expected.get(i).asDouble();
        }
        var embedding = embedder.embed(List.of(face.crop())).get(0).embedding();
        var minSimilarity = face.face().quality().brightness() < DARK ? MIN_SIMILARITY_IN_THE_DARK : MIN_SIMILARITY;
        assertThat(embedding.similarity(Embedding.normalised(values))).as(path).isGreaterThanOrEqualTo(minSimilarity);
    }
}
