package io.faceline.ingest.camera.open.http;

import java.util.concurrent.TimeUnit;

/**
 * Bounds the bytes that are taken of a camera in a second: what a flooding one sends more waits in its own network. Not
 * thread-safe.
 */
final class ByteRate {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long perSecond;
    private long begin;
    private long taken;

    ByteRate(long perSecond) {
        this.perSecond = perSecond;
    }

    /**
     * How long to wait before more is read, in nanoseconds.
     *
     * @param nanos of the clock of {@link System#nanoTime}
     */
    long pauseAfter(int bytes, long nanos) {
        if (nanos - begin >= SECOND) {
            begin = nanos;
            taken = 0;
        }
        taken += bytes;
        return taken > perSecond ? begin + SECOND - nanos : 0;
    }
}
