package io.faceline.ingest.feeds;

import java.time.Duration;
import java.time.Instant;

/** Lets so many pass in each window of time. What is earlier than the window counts as in it. Not thread-safe. */
final class WindowRate {
    private final int limit;
    private final Duration window;
    private Instant start = Instant.MIN;
    private int taken;

    WindowRate(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    boolean take(Instant at) {
        if (start.equals(Instant.MIN) || !at.isBefore(start.plus(window))) {
            start = at;
            taken = 0;
        }
        if (taken >= limit) {
            return false;
        }
        taken++;
        return true;
    }
}
