package io.faceline.vision.detect;

import io.faceline.contracts.catalog.InputFacts;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import io.faceline.vision.model.ModelInUse;
import java.util.List;

/** A detection network and the reading of its outputs: what it sees of one view of a picture. Owns its network. */
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

    /** In pixels of the picture, surest first, none of them overlapping much. */
    List<RawDetection> lookAt(Picture picture, ImageRegion view) {
        var values = model.run(List.of(pixels -> view.readInto(pixels, picture, input())), outputs);
        return NonMaximumSuppression.keep(decoder.decode(values), nmsIou).stream()
                .map(view::toPicture)
                .toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
