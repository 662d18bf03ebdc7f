package io.faceline.matcher.change;

import io.faceline.matcher.people.WritePeople;
import io.faceline.runtime.kafka.CompactionSchedule;
import io.faceline.runtime.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes a sentinel tombstone to every compacted topic of a task with names, photos or embeddings some time after each
 * deletion; see {@link CompactionSchedule} for the reason. Confined to the task thread.
 */
public final class CompactionTrigger {
    /** No id contains this character. */
    private static final String SENTINEL = "|";

    private final List<Table<?>> tables;
    private final WritePeople write;
    private final CompactionSchedule schedule;

    /**
     * @param tables tables with photos or embeddings
     * @param segment the age at which a write rolls the segment
     */
    public CompactionTrigger(List<Table<?>> tables, WritePeople write, InstantSource clock, Duration segment) {
        this.tables = tables;
        this.write = write;
        this.schedule = new CompactionSchedule(segment, clock);
    }

    /** Registers that a record was deleted or replaced. */
    public void recordDeletion() {
        schedule.recordDeletion();
    }

    public void onTime() {
        if (schedule.isDue()) {
            write.writeSentinels();
            tables.forEach(table -> table.remove(SENTINEL));
        }
    }
}
