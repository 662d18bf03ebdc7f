package io.faceline.alerts.passing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How far the broker's clock is known to have come: while the stage catches up, that is the past. Confined to the task
 * thread.
 */
final class ReadClock {
    /** Without a record for so long the task has read all there are, and the broker's clock is near that of this machine. */
    static final Duration IDLE = Duration.ofSeconds(5);

    /** The same for the first record: it is late when partitions move. */
    static final Duration IDLE_AT_START = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Instant lastArrivedAt = Instant.EPOCH;
    private Instant idleFrom;
    private Instant lastTick;

    ReadClock(InstantSource clock) {
        this.clock = clock;
        lastTick = clock.instant();
        idleFrom = lastTick.plus(IDLE_AT_START);
    }

    /** @param writtenAt when a record that was read was written, by the broker's clock */
    void arrived(Instant writtenAt) {
        lastArrivedAt = writtenAt;
        idleFrom = clock.instant().plus(IDLE);
    }

    /** To be called several times a second: a process that stood still may have lost its partitions. */
    void tick() {
        var now = clock.instant();
        if (now.isAfter(lastTick.plus(IDLE))) {
            idleFrom = now.plus(IDLE_AT_START);
        }
        lastTick = now;
    }

    Instant now() {
        var now = clock.instant();
        return now.isAfter(idleFrom) ? now : lastArrivedAt;
    }
}
