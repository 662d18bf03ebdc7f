package io.faceline.runtime.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When a compacted topic must be written to for Kafka to forget what was deleted. Kafka compacts no segment that it still
 * writes to, and begins the next only on a write some time later; in a quiet system that write never comes, unless its
 * writer makes one, such as a tombstone for nobody, so long after each deletion. Safe for all threads.
 */
public final class CompactionSchedule {
    /** Deletions of so short a share of the time have one filling: a thousand at once need no thousand. */
    private static final int SHARES = 60;

    private final Duration segment;
    private final InstantSource clock;
    private final Deque<Instant> due = new ArrayDeque<>();

    /** @param segment after this time a write begins a new segment */
    public CompactionSchedule(Duration segment, InstantSource clock) {
        this.segment = segment;
        this.clock = clock;
        // A start counts as a deletion: the process before this one may have had no time to fill.
        forgot();
    }

    /** Something was deleted or replaced just now. */
    public synchronized void forgot() {
        var share = Math.max(1, segment.toMillis() / SHARES);
        var end = (clock.millis() / share + 1) * share;
        var at = Instant.ofEpochMilli(end).plus(segment);
        if (!at.equals(due.peekLast())) {
            due.add(at);
        }
    }

    /** Whether it is time to write; once for each time. */
    public synchronized boolean isDue() {
        var isDue = false;
        while (!due.isEmpty() && due.peek().isBefore(clock.instant())) {
            due.remove();
            isDue = true;
        }
        return isDue;
    }
}
