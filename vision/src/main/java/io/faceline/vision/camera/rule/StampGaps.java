package io.faceline.vision.camera.rule;

/**
 * Finds missing pictures by a gap in the time stamps, of cameras whose stamps have proved to be steady. Others (all
 * alike, jumping, jittering, variable) have no gaps: stamps alone decide nothing. Not thread-safe.
 */
public final class StampGaps {
    private static final int STEPS_TO_TRUST = 25;
    private static final double STEADY = 0.25;
    private static final double GAP = 1.75;

    /** So many odd steps one after another are another rate. */
    private static final int ODD_STEPS = 3;

    private long last = Long.MIN_VALUE;
    private double step;
    private int steps;
    private int odd;

    /** Whether something is missing before this picture. */
    public boolean isGapBefore(long stamp) {
        var passed = last == Long.MIN_VALUE ? 0 : stamp - last;
        last = stamp;
        if (passed <= 0) {
            steps = 0;
            return false;
        }
        if (steps == 0) {
            step = passed;
        }
        if (Math.abs(passed - step) <= step * STEADY) {
            step += (passed - step) / 8;
            steps++;
            odd = 0;
            return false;
        }
        return isGap(passed);
    }

    private boolean isGap(long passed) {
        odd++;
        if (steps < STEPS_TO_TRUST || odd >= ODD_STEPS || passed < step * GAP) {
            steps = 0;
            odd = 0;
            return false;
        }
        return true;
    }

    /** There was no stamp. */
    public void reset() {
        steps = 0;
        last = Long.MIN_VALUE;
    }
}
