package io.faceline.vision.detect;

import io.faceline.contracts.catalog.Batch;
import io.faceline.contracts.catalog.Channels;
import io.faceline.contracts.catalog.DetectionFacts;
import io.faceline.contracts.catalog.InputFacts;
import io.faceline.contracts.catalog.LandmarkPoints;
import io.faceline.contracts.catalog.Licence;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.contracts.catalog.ModelFamily;
import io.faceline.contracts.catalog.ModelRole;
import io.faceline.contracts.catalog.Resize;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts of tiny detectors whose outputs can be written by hand. */
final class TestFacts {
    /** Ordered from left to right in the image: the person's right side first. */
    static final LandmarkPoints POINTS = new LandmarkPoints(List.of(1), List.of(0), List.of(2), List.of(4), List.of(3));

    private TestFacts() {}

    static InputFacts input(int width, int height, Resize resize) {
        return new InputFacts(
                "input", width, height, resize, Channels.RGB, List.of(0.0), List.of(1.0), Batch.ONE, null, null);
    }

    /** A detector with a single stride of 8 pixels. */
    static ModelFacts detector(ModelFamily family, int width, int height, int anchorsPerCell) {
        return new ModelFacts(
                "tiny",
                ModelRole.DETECTOR,
                family,
                "tiny.onnx",
                Optional.empty(),
                new Licence("MIT", true, "a test", "nothing"),
                input(width, height, Resize.LETTERBOX),
                Map.of(
                        "scores", List.of("s"),
                        "objectness", List.of("o"),
                        "boxes", List.of("b"),
                        "points", List.of("p")),
                Optional.of(new DetectionFacts(0.5, 0.4, List.of(8), anchorsPerCell, null)),
                Optional.of(POINTS),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
