package io.faceline.runtime.kafka;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Schedules writes to a compacted topic so that Kafka removes deleted records. Kafka never compacts the active segment,
 * and rolls it only on a write after the segment time. In an idle system the owner must therefore write, for example a
 * sentinel tombstone, that long after each deletion. Thread-safe.
 */
public final class CompactionSchedule {
    /** Deletions within one such part of the segment time share one write. */
    private static final int PARTS = 60;

    private final Duration segment;
    private final InstantSource clock;

    @GuardedBy("this")
    private final Deque<Instant> due = new ArrayDeque<>();

    /** @param segment the age at which a write rolls the segment */
    public CompactionSchedule(Duration segment, InstantSource clock) {
        this.segment = segment;
        this.clock = clock;
        // A start counts as a deletion: the previous process may have exited before its scheduled write.
        recordDeletion();
    }

    /** Registers that a record was deleted or replaced. */
    public synchronized void recordDeletion() {
        var interval = Math.max(1, segment.toMillis() / PARTS);
        var end = (clock.millis() / interval + 1) * interval;
        var at = Instant.ofEpochMilli(end).plus(segment);
        if (!at.equals(due.peekLast())) {
            due.add(at);
        }
    }

    /** Whether a write is due; true once for each. */
    public synchronized boolean isDue() {
        var isDue = false;
        while (!due.isEmpty() && due.peek().isBefore(clock.instant())) {
            due.remove();
            isDue = true;
        }
        return isDue;
    }
}
