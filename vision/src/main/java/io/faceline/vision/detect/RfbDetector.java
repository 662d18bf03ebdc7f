package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.ModelInUse;
import java.util.ArrayList;
import java.util.List;

/**
 * The default detector: RFB-320 for the boxes, a second network for the points of each. One look for a small picture, a
 * search for small faces in larger ones. Owns both networks.
 */
final class RfbDetector implements FaceDetector {
    private final FaceNetwork network;
    private final LandmarkModel landmarks;
    private final TiledSearch search;
    private final double scoreThreshold;

    RfbDetector(ImageModel boxes, ImageModel points) {
        var facts = boxes.facts().detection().orElseThrow();
        this.scoreThreshold = facts.scoreThreshold();
        this.network = new FaceNetwork(boxes, new RfbDecoder(boxes.facts(), TiledSearch.FIRST_SCORE));
        this.landmarks = new LandmarkModel(points);
        this.search = new TiledSearch(network, facts.nmsIou());
    }

    @Override
    public List<Detection> detect(Picture picture, int smallestFacePixels) {
        var hits = new ArrayList<>(largeFaces(picture));
        hits.addAll(search.find(picture, new TilePyramid(smallestFacePixels), hits));
        return NonMaximumSuppression.surestFirst(hits).stream()
                .map(hit -> detection(hit, picture))
                .toList();
    }

    private List<RawDetection> largeFaces(Picture picture) {
        return network.lookAt(picture, ImageRegion.whole(picture, network.input())).stream()
                .filter(hit -> hit.score() >= scoreThreshold)
                .toList();
    }

    private Detection detection(RawDetection hit, Picture picture) {
        return new Detection(
                hit.box(picture.width(), picture.height()), landmarks.find(picture, hit), Math.min(1, hit.score()));
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
