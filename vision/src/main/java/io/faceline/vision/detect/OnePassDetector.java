package io.faceline.vision.detect;

import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import java.util.List;

/** A detector that tells landmarks and sees the whole picture at once: SCRFD, YuNet. Owns its network. */
final class OnePassDetector implements FaceDetector {
    private final FaceNetwork network;
    private final LandmarkReader reader;

    OnePassDetector(ImageModel model, HitDecoder decoder) {
        this.network = new FaceNetwork(model, decoder);
        this.reader = new LandmarkReader(model.facts().landmarkPoints().orElseThrow());
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return network.lookAt(picture, View.whole(picture, network.input())).stream()
                .map(hit -> detection(hit, picture.width(), picture.height()))
                .toList();
    }

    private Detection detection(Hit hit, int width, int height) {
        return new Detection(
                hit.box(width, height), reader.read(hit.points(), width, height), Math.min(1, hit.score()));
    }

    @Override
    public void close() {
        network.close();
    }
}
