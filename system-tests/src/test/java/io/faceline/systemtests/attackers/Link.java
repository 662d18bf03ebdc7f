package io.faceline.systemtests.attackers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The network that attackers share on their way to the server: one gigabit a second, and 20 ms until a connection is open.
 * Over loopback alone they would send as fast as the processors copy, which are the server's, too. Thread-safe.
 */
final class Link {
    private static final double BYTES_PER_NANO = 0.125;
    private static final Duration OPENING = Duration.ofMillis(20);

    private long freeAt = System.nanoTime();

    /** Takes as long as opening a connection. */
    void open() {
        LockSupport.parkNanos(OPENING.toNanos());
    }

    /** Takes as long as sending so many bytes, after those of others. */
    void carry(long bytes) {
        LockSupport.parkNanos(next(bytes));
    }

    private synchronized long next(long bytes) {
        var now = System.nanoTime();
        freeAt = Math.max(now, freeAt) + Math.round(bytes / BYTES_PER_NANO);
        return freeAt - now;
    }
}
