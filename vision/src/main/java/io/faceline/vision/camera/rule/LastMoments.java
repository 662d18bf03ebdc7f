package io.faceline.vision.camera.rule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what happened within the last moments. Not thread-safe. */
public final class LastMoments {
    private static final int MAX_COUNT = 10_000;

    private final Deque<Long> moments = new ArrayDeque<>();
    private final long length;

    public LastMoments(Duration length) {
        this.length = length.toNanos();
    }

    public void add(long nanos) {
        moments.addLast(nanos);
        if (moments.size() > MAX_COUNT) {
            moments.removeFirst();
        }
    }

    public int count(long nanos) {
        while (!moments.isEmpty() && nanos - moments.getFirst() > length) {
            moments.removeFirst();
        }
        return moments.size();
    }

    /** How often a second, of what began this long ago. */
    public double perSecond(long nanos, long begin) {
        var span = Math.min(length, nanos - begin);
        return span <= 0 ? 0 : count(nanos) * 1e9 / span;
    }
}
