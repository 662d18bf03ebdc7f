package io.faceline.runtime.kafka.group;

import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * When this member of a group last asked Kafka for records. If that is long ago, the process was stopped, and others may own
 * its partitions. Thread-safe.
 */
public final class LastPoll {
    /** Before others get what a member owned that asks for no records. */
    private static final Duration MAX_AGE = Duration.ofSeconds(12);
    /** Longer than the session timeout, so that nobody stops for a short pause. */
    private static final Duration AFTER_SESSION = Duration.ofSeconds(2);

    private final Duration maxAge;
    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private volatile Time last;

    /** Of the two clocks one stands still while a machine sleeps, and the other may be set. */
    private record Time(long nanos, Instant instant) {}

    public LastPoll(KafkaSettings kafka) {
        this(maxAge(ClientProperties.memberSession(kafka)), System::nanoTime, InstantSource.system());
    }

    /**
     * As long as it is recent, no other member owns what this one does: for work that must not be done by two. A pause that is
     * shorter than the session ends the membership.
     */
    public static LastPoll withinSession(KafkaSettings kafka) {
        return new LastPoll(
                withinSession(ClientProperties.memberSession(kafka)), System::nanoTime, InstantSource.system());
    }

    /** The session is counted from the last heartbeat, which is some time before the last poll. */
    static Duration withinSession(Duration sessionTimeout) {
        return sessionTimeout.multipliedBy(5).dividedBy(8);
    }

    LastPoll(Duration maxAge, LongSupplier nanoTime, InstantSource clock) {
        this.maxAge = maxAge;
        this.nanoTime = nanoTime;
        this.clock = clock;
        this.last = now();
    }

    static Duration maxAge(Duration sessionTimeout) {
        var age = sessionTimeout.plus(AFTER_SESSION);
        return age.compareTo(MAX_AGE) < 0 ? age : MAX_AGE;
    }

    private Time now() {
        return new Time(nanoTime.getAsLong(), clock.instant());
    }

    /** This instance asked for records. */
    public void polled() {
        last = now();
    }

    /** Whether no other member can own what this one does. */
    public boolean isRecent() {
        var before = last;
        var now = now();
        return now.nanos - before.nanos <= maxAge.toNanos()
                && Duration.between(before.instant, now.instant).compareTo(maxAge) <= 0;
    }
}
