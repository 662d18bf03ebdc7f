package io.faceline.vision.video;

/**
 * Samples frames at a constant rate: the first frame at or after every tick of a clock that starts with the first
 * frame. Yields all frames of a video with a lower rate, and at most one per tick with a variable rate. Restarts the
 * clock when timestamps jump back, as in concatenated videos. Not thread-safe.
 */
final class Sampling {
    /** Timestamps are rounded to the file's time base. */
    static final double TOLERANCE_SECONDS = 1e-3;

    /** Frames are never reordered by more than this. */
    private static final double JUMP_SECONDS = 1;

    private final double framesPerSecond;
    private double start = Double.NaN;
    private double due;
    private double last;

    Sampling(double framesPerSecond) {
        this.framesPerSecond = framesPerSecond;
    }

    /** Whether to take a frame. Must be called for every frame in presentation order. */
    boolean accepts(double position) {
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
