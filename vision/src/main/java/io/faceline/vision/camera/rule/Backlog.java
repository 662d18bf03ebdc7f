package io.faceline.vision.camera.rule;

/**
 * Notices that pictures come from a backlog, since reading does not wait for them any longer, and says what may be left
 * out to catch up. Not thread-safe.
 */
public final class Backlog {
    private static final long A_WAIT = 4_000_000;
    private static final long SECOND = 1_000_000_000;

    private long begin = Long.MIN_VALUE;

    /** What is decoded. */
    public enum Mode {
        ALL,
        /** Without pictures on which no other is built. */
        REFERENCES,
        KEY_FRAMES
    }

    /**
     * A packet was read.
     *
     * @param waitedNanos how long reading took
     * @param nanos when it was read
     */
    public Mode read(long waitedNanos, long nanos) {
        if (waitedNanos >= A_WAIT || begin == Long.MIN_VALUE) {
            begin = nanos;
            return Mode.ALL;
        }
        var without = nanos - begin;
        return without < SECOND ? Mode.ALL : without < 2 * SECOND ? Mode.REFERENCES : Mode.KEY_FRAMES;
    }
}
