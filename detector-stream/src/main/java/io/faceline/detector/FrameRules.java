package io.faceline.detector;

import io.faceline.contracts.frame.Frame;
import java.time.Instant;

/** Decides which frames of a lane are decoded. */
@FunctionalInterface
interface FrameRules {
    /**
     * Returns the frame unchanged, or what remains of it if it is not decoded: a dropped or failed frame, which the stages
     * pass on.
     *
     * @param appendedAt when the broker received the frame
     */
    Frame apply(Frame frame, Instant appendedAt);
}
