package io.faceline.runtime.kafka.group;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * When this member of a group last asked Kafka for records. If that is long ago, the process was stopped, and others may own
 * its partitions. Thread-safe.
 */
public final class LastPoll {
    /** Longer than the session timeout, so that nobody stops for a short pause. */
    static final Duration MAX_AGE = Duration.ofSeconds(12);

    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private volatile Time last;

    /** Of the two clocks one stands still while a machine sleeps, and the other may be set. */
    private record Time(long nanos, Instant instant) {}

    public LastPoll() {
        this(System::nanoTime, InstantSource.system());
    }

    LastPoll(LongSupplier nanoTime, InstantSource clock) {
        this.nanoTime = nanoTime;
        this.clock = clock;
        this.last = now();
    }

    private Time now() {
        return new Time(nanoTime.getAsLong(), clock.instant());
    }

    void polled() {
        last = now();
    }

    /** Whether no other member can own what this one does. */
    public boolean isRecent() {
        var before = last;
        var now = now();
        return now.nanos - before.nanos <= MAX_AGE.toNanos()
                && Duration.between(before.instant, now.instant).compareTo(MAX_AGE) <= 0;
    }
}
