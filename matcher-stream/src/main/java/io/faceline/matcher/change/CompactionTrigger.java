package io.faceline.matcher.change;

import io.faceline.matcher.people.WritePeople;
import io.faceline.matcher.store.Table;
import io.faceline.runtime.kafka.CompactionSchedule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes a tombstone for nobody to every compacted topic of a task that holds names, photos or embeddings, some time after
 * each deletion; {@link CompactionSchedule} says why. For the task's thread alone.
 */
public final class CompactionTrigger {
    private static final String NOBODY = "fence";

    private final List<Table<?>> tables;
    private final WritePeople write;
    private final CompactionSchedule times;

    /**
     * @param tables retain photos or embeddings
     * @param segment after this time a write begins a new segment
     */
    public CompactionTrigger(List<Table<?>> tables, WritePeople write, InstantSource clock, Duration segment) {
        this.tables = tables;
        this.write = write;
        this.times = new CompactionSchedule(segment, clock);
    }

    /** Something was deleted or replaced just now. */
    public void forgot() {
        times.forgot();
    }

    public void onTime() {
        if (times.isDue()) {
            write.writeBarriers();
            tables.forEach(table -> table.remove(NOBODY));
        }
    }
}
