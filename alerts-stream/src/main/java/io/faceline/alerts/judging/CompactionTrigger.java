package io.faceline.alerts.judging;

import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes a sentinel tombstone to the compacted topics of a task some time after each deletion; see {@link CompactionSchedule}
 * for the reason. Confined to the task thread.
 */
final class CompactionTrigger {
    /** No alert and no rule has this id. */
    private static final String SENTINEL = "|";

    private final AlertOutbox out;
    private final List<Table<?>> tables;
    private final CompactionSchedule erasures;
    private final CompactionSchedule deletions;

    /** @param segment the age at which a write rolls the segment */
    CompactionTrigger(AlertOutbox out, List<Table<?>> tables, InstantSource clock, Duration segment) {
        this.out = out;
        this.tables = List.copyOf(tables);
        this.erasures = new CompactionSchedule(segment, clock);
        this.deletions = new CompactionSchedule(segment, clock);
    }

    /** Registers that an alert was replaced by one that names nobody, or its picture was erased. */
    void recordErasure() {
        erasures.recordDeletion();
    }

    /** Registers that something was deleted from the tables. */
    void recordDeletion() {
        deletions.recordDeletion();
    }

    void onTime() {
        if (erasures.isDue()) {
            out.alert(SENTINEL, null);
            out.shot(SENTINEL, null);
        }
        if (deletions.isDue()) {
            tables.forEach(table -> table.remove(SENTINEL));
        }
    }
}
