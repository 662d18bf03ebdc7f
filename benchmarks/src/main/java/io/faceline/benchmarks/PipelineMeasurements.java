package io.faceline.benchmarks;

import io.faceline.contracts.Blob;
import io.faceline.evaluation.dataset.PhotoFolder;
import io.faceline.standalone.pipeline.ModelOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Compares the whole pipeline with the bare loop, for several kinds of images and models. */
final class PipelineMeasurements {
    private static final int ROUNDS = 5;
    private static final int LARGE_PHOTOS = 24;
    private static final int LFW_PHOTOS = 500;

    /** The photos that {@code benchmarks/peers} runs InsightFace on. */
    private static final int PEER_PHOTOS = 150;

    private static final int PEER_REPEATS = 25;

    private PipelineMeasurements() {}

    static List<Measurement> ratios() throws Exception {
        var measurements = new ArrayList<Measurement>();
        try (var comparison = PipelineAgainstLoop.open(ModelOptions.DEFAULT)) {
            measurements.add(
                    ratio("hamilton.mp4, every frame, 640×360", comparison.compare(TestMedia.hamilton(), ROUNDS)));
            var lfw = PhotoFolder.first(LFW_PHOTOS, TestMedia.file("lfw"));
            measurements.add(ratio(LFW_PHOTOS + " LFW photos, 250×250", comparison.compare(lfw, ROUNDS)));
            measurements.add(ratio("photos of 12 megapixels", comparison.compare(largePhotos(), ROUNDS)));
        }
        return measurements;
    }

    private static List<Blob> largePhotos() throws Exception {
        var photo = Blob.wrap(Files.readAllBytes(TestMedia.file("photos/detection/004_A.jpg")));
        return TestMedia.forKafka(Collections.nCopies(LARGE_PHOTOS, photo));
    }

    private static Measurement ratio(String images, PipelineAgainstLoop.Result result) {
        return new Measurement("pipeline", images, result.ratio(), "of the loop", result.text());
    }

    /** Uses the models that InsightFace's package runs, including JPEG decoding, and runs that package beside it. */
    static List<Measurement> againstInsightFace() throws Exception {
        var shared = Path.of(System.getProperty("faceline.shared", "../shared"));
        var models = new ModelOptions(
                Optional.of(shared.resolve("models")), Optional.of("scrfd_500m"), Optional.of("w600k_mbf"));
        var insightFace = InsightFaceSpeed.measure(shared);
        var measurements = new ArrayList<Measurement>();
        try (var comparison = PipelineAgainstLoop.open(models)) {
            var group = Blob.wrap(Files.readAllBytes(TestMedia.file("photos/insightface/t1.jpg")));
            measurements.addAll(peer(
                    "t1.jpg, six faces",
                    insightFace.beside("t1.jpg"),
                    comparison.compare(Collections.nCopies(PEER_REPEATS, group), ROUNDS)));
            var lfw = PhotoFolder.first(PEER_PHOTOS, TestMedia.file("lfw"));
            var photos = PEER_PHOTOS + " LFW photos";
            measurements.addAll(peer(photos, insightFace.beside(photos), comparison.compare(lfw, ROUNDS)));
        }
        return measurements;
    }

    private static List<Measurement> peer(String images, String note, PipelineAgainstLoop.Result result) {
        return List.of(
                new Measurement("scrfd_500m + w600k_mbf", "loop, " + images, result.loop(), "images/s", note),
                new Measurement("scrfd_500m + w600k_mbf", "pipeline, " + images, result.pipeline(), "images/s", note));
    }
}
