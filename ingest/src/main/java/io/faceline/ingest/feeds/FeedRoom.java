package io.faceline.ingest.feeds;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/** Bounds the bytes of all pictures that wait to be sent. Large ones get half, so that the others have room. Thread-safe. */
final class FeedRoom {
    /** With the half for large pictures, four of the largest; in the other half, 300 KB for each of a hundred sources. */
    static final int BYTES = 64 << 20;

    private static final int LARGE = 1 << 20;

    @GuardedBy("this")
    private long taken;

    @GuardedBy("this")
    private long takenByLarge;

    synchronized boolean take(int bytes) {
        if (taken + bytes > BYTES || (bytes > LARGE && takenByLarge + bytes > BYTES / 2)) {
            return false;
        }
        add(bytes, 1);
        return true;
    }

    synchronized void release(int bytes) {
        add(bytes, -1);
    }

    @GuardedBy("this")
    private void add(int bytes, int sign) {
        taken += (long) sign * bytes;
        if (bytes > LARGE) {
            takenByLarge += (long) sign * bytes;
        }
    }

    synchronized long taken() {
        return taken;
    }
}
