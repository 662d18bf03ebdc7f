package io.faceline.tracker;

import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes a sentinel tombstone to every compacted topic of a task some time after records were erased; see {@link
 * CompactionSchedule} for the reason. Confined to the task thread.
 */
final class CompactionTrigger {
    /** No job and no session has this id, nor is it the beginning of a key. */
    static final String SENTINEL = "fence";

    private final TrackerTables tables;
    private final TrackOutbox out;
    private final CompactionSchedule schedule;

    /** @param segment the age at which a write rolls the segment */
    CompactionTrigger(TrackerTables tables, TrackOutbox out, InstantSource clock, Duration segment) {
        this.tables = tables;
        this.out = out;
        this.schedule = new CompactionSchedule(segment, clock);
    }

    /** Registers that a record was erased or replaced. */
    void recordErasure() {
        schedule.recordDeletion();
    }

    void onTime() {
        if (schedule.isDue()) {
            out.appearance(SENTINEL, null);
            out.shot(SENTINEL, null);
            out.video(SENTINEL, null);
            List.<Table<?>>of(tables.sources(), tables.waiting(), tables.ended(), tables.appearances(), tables.videos())
                    .forEach(table -> table.remove(SENTINEL));
        }
    }
}
