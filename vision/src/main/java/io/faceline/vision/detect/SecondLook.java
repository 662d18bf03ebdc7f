package io.faceline.vision.detect;

import io.faceline.contracts.catalog.SecondLookFacts;
import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import io.faceline.vision.image.FaceAligner;
import io.faceline.vision.image.Picture;
import io.faceline.vision.model.ImageModel;
import java.util.List;

/**
 * Checks detections that the detector is not sure of: backs of heads, hands and patterns have no open eye, and their
 * vector before normalisation is shorter than that of a face. Measured in docs/explanation/detection.md. Owns its
 * networks.
 */
final class SecondLook implements AutoCloseable {
    private final SecondLookFacts facts;
    private final EyeModel eyes;
    private final ImageModel faces;
    private final List<String> outputs;

    SecondLook(SecondLookFacts facts, EyeModel eyes, ImageModel faces) {
        this.facts = facts;
        this.eyes = eyes;
        this.faces = faces;
        this.outputs = List.of(faces.facts().output("embedding"));
    }

    /** Whether a detection with this score must be checked. */
    boolean isNeeded(double score) {
        return score < facts.sureScore();
    }

    /** Whether a detection below the detector's threshold may be a face after all. */
    boolean isPossible(double score) {
        return score >= facts.minScore();
    }

    /** @param points 68, in pixels of the image */
    boolean hasOpenEye(Picture picture, List<Point> points) {
        return eyes.open(picture, points) >= facts.minOpen();
    }

    boolean isLikeAFace(Picture picture, Landmarks landmarks) {
        return likeness(picture, landmarks) >= facts.minLength();
    }

    /** Length of the vector of the crop that these landmarks align. */
    double likeness(Picture picture, Landmarks landmarks) {
        var crop = FaceAligner.align(picture, landmarks);
        var vector = faces.run(
                        List.of((byte[] pixels) -> crop.bgr().asReadOnlyBuffer().get(pixels, 0, AlignedCrop.BYTES)),
                        outputs)
                .get(0);
        double squares = 0;
        for (var value : vector) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    @Override
    public void close() {
        eyes.close();
        faces.close();
    }
}
