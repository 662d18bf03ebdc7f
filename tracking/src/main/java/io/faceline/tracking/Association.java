package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.OptionalDouble;

/** How well a face matches a track, by embeddings and by the frames' own decisions. */
enum Association {
    /** The same person. */
    SAME,
    /** Possibly the same person: the position decides. */
    PLAUSIBLE,
    /** Unknown, because of low face quality or a missing embedding. */
    INDETERMINATE,
    /** A different person. */
    DIFFERENT;

    /**
     * Factor on the 1:1 threshold above which a good face may be the same. Consecutive frames are far more similar than
     * two photos, and the similarity of different people is about zero.
     */
    private static final double PLAUSIBLE_FACTOR = 0.7;

    /** Factor for a poor face, whose similarity to the same person is lower, but to others hardly higher. */
    private static final double PLAUSIBLE_FACTOR_POOR = 0.45;

    static Association of(Track track, FaceObservation face, Thresholds thresholds) {
        var similarity = track.similarity(face);
        if (similarity.isPresent() && similarity.getAsDouble() >= thresholds.verify()) {
            return SAME;
        }
        // What was said by hand does not change which faces are alike.
        var trackName = track.voting().decision().named();
        if (face.named().isPresent() && trackName.isPresent()) {
            return face.named().equals(trackName) ? SAME : DIFFERENT;
        }
        return bySimilarity(similarity, face, thresholds);
    }

    private static Association bySimilarity(OptionalDouble similarity, FaceObservation face, Thresholds thresholds) {
        var plausible = thresholds.verify() * (face.isPoor() ? PLAUSIBLE_FACTOR_POOR : PLAUSIBLE_FACTOR);
        if (similarity.isPresent() && similarity.getAsDouble() >= plausible) {
            return PLAUSIBLE;
        }
        var isConclusive =
                (similarity.isPresent() && !face.isPoor()) || face.named().isPresent();
        return isConclusive ? DIFFERENT : INDETERMINATE;
    }
}
