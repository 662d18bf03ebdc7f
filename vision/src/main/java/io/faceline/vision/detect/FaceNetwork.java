package io.faceline.vision.detect;

import io.faceline.contracts.catalog.InputFacts;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.ModelInUse;
import java.util.List;

/** A detection network with the decoder of its outputs, applied to a region of an image. Owns its network. */
final class FaceNetwork implements AutoCloseable {
    private final ImageModel model;
    private final DetectionDecoder decoder;
    private final List<String> outputs;
    private final double nmsIou;

    FaceNetwork(ImageModel model, DetectionDecoder decoder) {
        this.model = model;
        this.decoder = decoder;
        this.outputs = decoder.outputs();
        this.nmsIou = model.facts().detection().orElseThrow().nmsIou();
    }

    InputFacts input() {
        return model.facts().input();
    }

    ModelInUse model() {
        return model.inUse();
    }

    /** Detections in pixels of the image, by descending score, after non-maximum suppression. */
    List<RawDetection> detect(Picture picture, ImageRegion region) {
        var values = model.run(List.of(pixels -> region.readInto(pixels, picture, input())), outputs);
        return NonMaximumSuppression.suppress(decoder.decode(values), nmsIou).stream()
                .map(region::toPicture)
                .toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
