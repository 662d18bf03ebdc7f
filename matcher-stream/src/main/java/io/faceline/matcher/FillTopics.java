package io.faceline.matcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets Kafka forget what was deleted. It compacts no segment that it still writes to, and begins the next only on a write
 * some time later; in a quiet system that write never comes. So that long after each deletion a tombstone for nobody goes
 * to every compacted topic of a task that holds names, photos or embeddings. For the task's thread alone.
 */
final class FillTopics {
    private static final String NOBODY = "fence";
    /** Deletions of so short a time share one filling: a thousand at once need no thousand. */
    private static final int SHARES = 60;

    private final Matcher.Memory memory;
    private final WritePeople write;
    private final InstantSource clock;
    private final Duration segment;
    private final Deque<Instant> due = new ArrayDeque<>();

    /** @param segment after this time a write begins a new segment */
    FillTopics(Matcher.Memory memory, WritePeople write, InstantSource clock, Duration segment) {
        this.memory = memory;
        this.write = write;
        this.clock = clock;
        this.segment = segment;
        // A start counts as a deletion: the task before this one may have had no time to fill.
        forgot();
    }

    /** Something was deleted or replaced just now. */
    void forgot() {
        var share = Math.max(1, segment.toMillis() / SHARES);
        var end = (clock.millis() / share + 1) * share;
        var at = Instant.ofEpochMilli(end).plus(segment);
        if (!at.equals(due.peekLast())) {
            due.add(at);
        }
    }

    void onTime() {
        var isDue = false;
        while (!due.isEmpty() && due.peek().isBefore(clock.instant())) {
            due.remove();
            isDue = true;
        }
        if (isDue) {
            fill();
        }
    }

    private void fill() {
        write.raiseFences();
        memory.enrollments().remove(NOBODY);
        memory.verifications().remove(NOBODY);
    }
}
