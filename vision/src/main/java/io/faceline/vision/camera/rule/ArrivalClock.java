package io.faceline.vision.camera.rule;

import java.time.Instant;

/**
 * Times of arrival by the wall clock, which rise strictly, by a millisecond at least, whatever happens to that clock:
 * where it is set back, time goes on from where it was. Not thread-safe.
 */
public final class ArrivalClock {
    private static final long A_STEP_FORWARD = 1000;

    private long anchorMillis = Long.MIN_VALUE;
    private long anchorNanos;
    private long last = Long.MIN_VALUE;

    /**
     * @param nanos when a picture arrived, by a clock that only rises
     * @param wallMillis the wall clock at the same time
     */
    public Instant at(long nanos, long wallMillis) {
        var steady = anchorMillis + (nanos - anchorNanos) / 1_000_000;
        if (anchorMillis == Long.MIN_VALUE || wallMillis - steady > A_STEP_FORWARD) {
            anchorMillis = wallMillis;
            anchorNanos = nanos;
            steady = wallMillis;
        }
        return rising(steady);
    }

    /** A time that somebody else measured. */
    public Instant at(Instant measured) {
        return rising(measured.toEpochMilli());
    }

    private Instant rising(long millis) {
        last = last == Long.MIN_VALUE ? millis : Math.max(last + 1, millis);
        return Instant.ofEpochMilli(last);
    }
}
