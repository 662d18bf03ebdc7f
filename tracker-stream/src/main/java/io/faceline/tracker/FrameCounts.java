package io.faceline.tracker;

import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.track.TrackedFrame;

/**
 * The frames of a source so far.
 *
 * @param tracked number of answered frames, of which {@code lost} were dropped or failed
 * @param faces number of detected faces
 * @param last sequence number of the last frame; -1 before the first
 */
record FrameCounts(long tracked, long lost, long faces, long last) {
    static final FrameCounts NONE = new FrameCounts(0, 0, 0, -1);

    FrameCounts plus(TrackedFrame frame) {
        return new FrameCounts(
                tracked + 1,
                isLost(frame.match().outcome()) ? lost + 1 : lost,
                faces + frame.tracks().size(),
                frame.sequence());
    }

    private static boolean isLost(Outcome<?> outcome) {
        return outcome.fold(made -> false, reason -> true, (code, message) -> true);
    }
}
