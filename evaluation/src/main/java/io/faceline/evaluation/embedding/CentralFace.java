package io.faceline.evaluation.embedding;

import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import java.util.Comparator;
import java.util.Optional;

/** Selects the labelled face of a photo: the one nearest to the centre, as in LFW. */
public final class CentralFace {
    private CentralFace() {}

    public static Optional<DetectedFace> of(Faces<DetectedFace> faces) {
        return faces.faces().stream().min(Comparator.comparingDouble(face -> distance(face, faces)));
    }

    private static double distance(DetectedFace face, Faces<DetectedFace> faces) {
        var box = face.face().box();
        return Math.hypot(
                (box.x() + box.w() / 2 - 0.5) * faces.imageWidth(),
                (box.y() + box.h() / 2 - 0.5) * faces.imageHeight());
    }
}
