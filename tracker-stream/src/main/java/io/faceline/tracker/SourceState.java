package io.faceline.tracker;

import io.faceline.tracking.SourceTracking;
import java.time.Instant;

/**
 * What the tracker knows of a source, kept over a restart.
 *
 * @param isVideo whether its frames have sequence numbers without gaps
 * @param next sequence number of the next frame
 * @param capturedAt of the last frame
 * @param arrivedAt when the last answer was written, by the broker's clock
 */
record SourceState(
        boolean isVideo,
        long next,
        Instant capturedAt,
        Instant arrivedAt,
        FrameCounts counts,
        SourceTracking.State tracking) {
    static SourceState begin(boolean isVideo, Instant capturedAt, Instant arrivedAt) {
        return new SourceState(isVideo, 0, capturedAt, arrivedAt, FrameCounts.NONE, SourceTracking.State.EMPTY);
    }
}
