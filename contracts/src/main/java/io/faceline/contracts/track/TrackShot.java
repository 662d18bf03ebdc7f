package io.faceline.contracts.track;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.identity.FrameId;
import java.util.List;

/**
 * The best look at a tracked face, without its picture.
 *
 * @param sequence of the frame within the source
 * @param seconds position in the video; of a frame without one, its capture time since the epoch
 * @param score 0 to 1: quality, times the confidence of the match or of the detection
 * @param reasons of the frame's own decision
 */
public record TrackShot(
        FrameId frame,
        long sequence,
        double seconds,
        BoundingBox box,
        Quality quality,
        double score,
        List<Reason> reasons) {
    public TrackShot {
        reasons = List.copyOf(reasons);
    }
}
