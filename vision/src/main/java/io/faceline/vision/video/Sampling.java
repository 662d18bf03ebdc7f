package io.faceline.vision.video;

/**
 * Which frames are wanted: the first one at or after every tick of a clock that begins with the first frame. A video that
 * has fewer frames gives all of them; one with a variable rate gives at most one a tick. Where the video's clock jumps back,
 * as in films glued together, ours begins anew. One thread uses it.
 */
final class Sampling {
    /** Timestamps are rounded to the file's time base. */
    static final double TOLERANCE_SECONDS = 1e-3;

    /** More than frames are ever told out of order. */
    private static final double JUMP_SECONDS = 1;

    private final double framesPerSecond;
    private double start = Double.NaN;
    private double due;
    private double last;

    Sampling(double framesPerSecond) {
        this.framesPerSecond = framesPerSecond;
    }

    /** To be asked of every frame in the order they are shown. */
    boolean wants(double position) {
        if (Double.isNaN(start) || position < last - JUMP_SECONDS) {
            start = position;
            due = position;
        }
        last = position;
        if (position < due - TOLERANCE_SECONDS) {
            return false;
        }
        var ticks = Math.floor((position - start + TOLERANCE_SECONDS) * framesPerSecond);
        due = start + (ticks + 1) / framesPerSecond;
        return true;
    }
}
