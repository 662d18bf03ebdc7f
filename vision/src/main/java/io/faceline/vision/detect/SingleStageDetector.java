package io.faceline.vision.detect;

import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.ModelInUse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A detector that tells landmarks and sees the whole picture at once: SCRFD, YuNet. Owns its network. */
final class SingleStageDetector implements FaceDetector {
    private final FaceNetwork network;
    private final Optional<FaceNetwork> forSmall;
    private final LandmarkReader reader;

    SingleStageDetector(ImageModel model, Function<ModelFacts, DetectionDecoder> decoder) {
        this.network = new FaceNetwork(model, decoder.apply(model.facts()));
        this.forSmall = model.facts().input().small().map(input -> {
            var small = model.withInput(input);
            return new FaceNetwork(small, decoder.apply(small.facts()));
        });
        this.reader = new LandmarkReader(model.facts().landmarkPoints().orElseThrow());
    }

    @Override
    public List<Detection> detect(Picture picture, int smallestFacePixels) {
        var fitting = networkFor(picture);
        return fitting.lookAt(picture, ImageRegion.whole(picture, fitting.input())).stream()
                .map(hit -> detection(hit, picture.width(), picture.height()))
                .toList();
    }

    /** What is smaller than half the small input is a cut-out face rather than a photo, and left to the full one. */
    private FaceNetwork networkFor(Picture picture) {
        var side = Math.max(picture.width(), picture.height());
        return forSmall.filter(small -> side <= small.input().width()
                        && 2 * side > small.input().width())
                .orElse(network);
    }

    private Detection detection(RawDetection hit, int width, int height) {
        return new Detection(
                hit.box(width, height), reader.read(hit.points(), width, height), Math.min(1, hit.score()));
    }

    @Override
    public ModelInUse model() {
        return network.model();
    }

    @Override
    public void close() {
        network.close();
    }
}
