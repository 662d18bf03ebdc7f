package io.faceline.tracking;

import io.faceline.contracts.face.Thresholds;
import java.util.OptionalDouble;

/** Whether a face looks like that of a track, by embeddings and by the frames' own decisions. */
enum Association {
    /** It is the same person. */
    SAME,
    /** It may be: the place decides. */
    PLAUSIBLE,
    /** It cannot be told: the face is too poor, or there is no embedding. */
    INDETERMINATE,
    /** It is somebody else. */
    DIFFERENT;

    /**
     * Of the 1:1 threshold, from here on a good face may be the same. Frames a moment apart are far more alike than two
     * photos, and strangers lie about zero.
     */
    private static final double MAY_BE = 0.7;

    /** The same for a poor face, whose embedding loses likeness but hardly gains it. */
    private static final double MAY_BE_POOR = 0.45;

    static Association of(Track track, FaceObservation face, Thresholds thresholds) {
        var similarity = track.similarity(face);
        if (similarity.isPresent() && similarity.getAsDouble() >= thresholds.verify()) {
            return SAME;
        }
        var trackName = track.decision().named();
        if (face.named().isPresent() && trackName.isPresent()) {
            return face.named().equals(trackName) ? SAME : DIFFERENT;
        }
        return bySimilarity(similarity, face, thresholds);
    }

    private static Association bySimilarity(OptionalDouble similarity, FaceObservation face, Thresholds thresholds) {
        var mayBe = thresholds.verify() * (face.isPoor() ? MAY_BE_POOR : MAY_BE);
        if (similarity.isPresent() && similarity.getAsDouble() >= mayBe) {
            return PLAUSIBLE;
        }
        var isTelling =
                (similarity.isPresent() && !face.isPoor()) || face.named().isPresent();
        return isTelling ? DIFFERENT : INDETERMINATE;
    }
}
