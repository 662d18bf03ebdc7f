package io.faceline.matcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets Kafka forget what was deleted. It compacts no segment that it still writes to, and begins the next only on a write
 * some time later; in a quiet system that write never comes. So that long after the last deletion a tombstone for nobody
 * goes to every compacted topic of a task that holds names, photos or embeddings. For the task's thread alone.
 */
final class FillTopics {
    private static final String NOBODY = "fence";

    private final Matcher.Memory memory;
    private final WritePeople write;
    private final InstantSource clock;
    private final Duration segment;
    // A start counts as a deletion: the task before this one may have had no time to fill.
    private Instant forgotAt;
    private boolean isDue = true;

    /** @param segment after this time a write begins a new segment */
    FillTopics(Matcher.Memory memory, WritePeople write, InstantSource clock, Duration segment) {
        this.memory = memory;
        this.write = write;
        this.clock = clock;
        this.segment = segment;
        this.forgotAt = clock.instant();
    }

    /** Something was deleted or replaced just now. */
    void forgot() {
        forgotAt = clock.instant();
        isDue = true;
    }

    void onTime() {
        if (isDue && clock.instant().isAfter(forgotAt.plus(segment))) {
            isDue = false;
            write.raiseFences();
            memory.enrollments().remove(NOBODY);
            memory.verifications().remove(NOBODY);
        }
    }
}
