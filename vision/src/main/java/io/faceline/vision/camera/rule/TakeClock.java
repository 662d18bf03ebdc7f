package io.faceline.vision.camera.rule;

/**
 * Takes pictures at a rate by the clock of this machine, on average never more of them. A picture that comes a little
 * early is taken as well, so that a camera of the same rate loses none to jitter. Not thread-safe.
 */
public final class TakeClock {
    private static final double EARLY = 0.3;

    private final long interval;
    private long due;
    private boolean hasBegun;

    /** @param framesPerSecond 0 for every picture */
    public TakeClock(double framesPerSecond) {
        this.interval = framesPerSecond == 0 ? 0 : Math.round(1e9 / framesPerSecond);
    }

    /** Whether a picture of this time would be taken. */
    public boolean isDue(long nanos) {
        return !hasBegun || nanos - due >= -interval * EARLY;
    }

    /** A picture of this time was taken. */
    public void take(long nanos) {
        var isLate = !hasBegun || nanos - due > interval;
        due = (isLate ? nanos : due) + interval;
        hasBegun = true;
    }
}
