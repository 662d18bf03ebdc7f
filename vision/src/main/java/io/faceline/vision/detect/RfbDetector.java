package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import java.util.List;

/** The default detector: RFB-320 for the boxes, a second network for the points of each. Owns both. */
final class RfbDetector implements FaceDetector {
    private final FaceNetwork network;
    private final LandmarkModel landmarks;

    RfbDetector(ImageModel boxes, ImageModel points) {
        this.network = new FaceNetwork(boxes, new RfbDecoder(boxes.facts(), boxes.facts().detection().orElseThrow().scoreThreshold()));
        this.landmarks = new LandmarkModel(points);
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return network.lookAt(picture, View.whole(picture, network.input())).stream()
                .map(hit -> detection(hit, picture))
                .toList();
    }

    private Detection detection(Hit hit, Picture picture) {
        return new Detection(
                hit.box(picture.width(), picture.height()), landmarks.find(picture, hit), Math.min(1, hit.score()));
    }

    @Override
    public void close() {
        landmarks.close();
        network.close();
    }
}
