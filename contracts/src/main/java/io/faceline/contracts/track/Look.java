package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.identity.FrameId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame in which a tracked face was seen.
 *
 * @param sequence of the frame within the source
 * @param position in the video in seconds; absent for a frame without one
 * @param capturedAt by the clock of whoever made the frame
 */
public record Look(FrameId frame, long sequence, @Nullable Double position, Instant capturedAt) {
    private static final double MILLIS_PER_SECOND = 1000;

    public Look {
        Checks.require(sequence >= 0, "sequence must not be negative, was " + sequence);
    }

    public static Look at(FrameFacts facts) {
        return new Look(facts.id(), facts.sequence(), facts.position(), facts.capturedAt());
    }

    /** The position; without one, the time of capture in seconds since the epoch. */
    public double seconds() {
        return position != null ? position : capturedAt.toEpochMilli() / MILLIS_PER_SECOND;
    }
}
