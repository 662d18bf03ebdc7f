package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.ModelInUse;
import java.util.ArrayList;
import java.util.List;

/**
 * The default detector: RFB-320 for the boxes, a second network for the landmarks. Small images take one pass, larger
 * ones an additional tiled search for small faces. Owns both networks.
 */
final class RfbDetector implements FaceDetector {
    private final FaceNetwork network;
    private final LandmarkModel landmarks;
    private final TiledSearch search;
    private final double scoreThreshold;

    RfbDetector(ImageModel boxes, ImageModel points) {
        var facts = boxes.facts().detection().orElseThrow();
        this.scoreThreshold = facts.scoreThreshold();
        this.network = new FaceNetwork(boxes, new RfbDecoder(boxes.facts(), TiledSearch.CANDIDATE_SCORE));
        this.landmarks = new LandmarkModel(points);
        this.search = new TiledSearch(network, facts.nmsIou());
    }

    @Override
    public List<Detection> detect(Picture picture, int smallestFacePixels) {
        var detections = new ArrayList<>(largeFaces(picture));
        detections.addAll(search.find(picture, new TilePyramid(smallestFacePixels), detections));
        return NonMaximumSuppression.byDescendingScore(detections).stream()
                .map(raw -> detection(raw, picture))
                .toList();
    }

    private List<RawDetection> largeFaces(Picture picture) {
        return network.detect(picture, ImageRegion.whole(picture, network.input())).stream()
                .filter(raw -> raw.score() >= scoreThreshold)
                .toList();
    }

    private Detection detection(RawDetection raw, Picture picture) {
        return new Detection(
                raw.box(picture.width(), picture.height()), landmarks.find(picture, raw), Math.min(1, raw.score()));
    }

    @Override
    public ModelInUse model() {
        return network.model();
    }

    @Override
    public void close() {
        landmarks.close();
        network.close();
    }
}
