package io.faceline.ingest.camera.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that tests move. Thread-safe. */
final class MovingClock implements InstantSource {
    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private Instant now = START;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void move(Duration time) {
        now = now.plus(time);
    }
}
