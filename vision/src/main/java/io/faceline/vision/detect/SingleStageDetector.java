package io.faceline.vision.detect;

import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.ModelInUse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A detector that processes the whole image in one pass and outputs landmarks: SCRFD, YuNet. Owns its network. */
final class SingleStageDetector implements FaceDetector {
    private final FaceNetwork network;
    private final Optional<FaceNetwork> smallImageNetwork;
    private final LandmarkReader reader;

    SingleStageDetector(ImageModel model, Function<ModelFacts, DetectionDecoder> decoder) {
        this.network = new FaceNetwork(model, decoder.apply(model.facts()));
        this.smallImageNetwork = model.facts().input().small().map(input -> {
            var small = model.withInput(input);
            return new FaceNetwork(small, decoder.apply(small.facts()));
        });
        this.reader = new LandmarkReader(model.facts().landmarkPoints().orElseThrow());
    }

    @Override
    public List<Detection> detect(Picture picture, int smallestFacePixels) {
        var selected = networkFor(picture);
        return selected.detect(picture, ImageRegion.whole(picture, selected.input())).stream()
                .map(raw -> detection(raw, picture.width(), picture.height()))
                .toList();
    }

    /** Images smaller than half the small input are face crops rather than photos and use the full input. */
    private FaceNetwork networkFor(Picture picture) {
        var side = Math.max(picture.width(), picture.height());
        return smallImageNetwork
                .filter(small -> side <= small.input().width()
                        && 2 * side > small.input().width())
                .orElse(network);
    }

    private Detection detection(RawDetection raw, int width, int height) {
        return new Detection(
                raw.box(width, height), reader.read(raw.points(), width, height), Math.min(1, raw.score()));
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
