package io.faceline.tracker;

import io.faceline.contracts.track.ShotPicture;
import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes a sentinel tombstone to every compacted topic of a task some time after each deletion; see {@link CompactionSchedule}
 * for the reason. Confined to the task thread.
 */
final class CompactionTrigger {
    /** No job, source or session has this id. */
    private static final String SENTINEL = "|";

    private final TrackerTables tables;
    private final TrackOutbox out;
    private final CompactionSchedule schedule;

    /** @param segment the age at which a write rolls the segment */
    CompactionTrigger(TrackerTables tables, TrackOutbox out, InstantSource clock, Duration segment) {
        this.tables = tables;
        this.out = out;
        this.schedule = new CompactionSchedule(segment, clock);
    }

    /** Registers that a record was deleted or replaced. */
    void recordDeletion() {
        schedule.recordDeletion();
    }

    void onTime() {
        if (schedule.isDue()) {
            out.appearance(SENTINEL, null);
            out.shot(ShotPicture.key(SENTINEL, ShotPicture.Kind.BEST), null);
            out.video(SENTINEL, null);
            out.correction(SENTINEL, null);
            List.<Table<?>>of(tables.sources(), tables.waiting(), tables.ended(), tables.appearances(), tables.videos())
                    .forEach(table -> table.remove(SENTINEL));
        }
    }
}
