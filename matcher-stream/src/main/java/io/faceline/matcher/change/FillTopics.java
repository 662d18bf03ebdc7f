package io.faceline.matcher.change;

import io.faceline.matcher.people.WritePeople;
import io.faceline.matcher.store.Table;
import io.faceline.runtime.kafka.FillTimes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes a tombstone for nobody to every compacted topic of a task that holds names, photos or embeddings, some time after
 * each deletion; {@link FillTimes} says why. For the task's thread alone.
 */
public final class FillTopics {
    private static final String NOBODY = "fence";

    private final List<Table<?>> tables;
    private final WritePeople write;
    private final FillTimes times;

    /**
     * @param tables hold photos or embeddings
     * @param segment after this time a write begins a new segment
     */
    public FillTopics(List<Table<?>> tables, WritePeople write, InstantSource clock, Duration segment) {
        this.tables = tables;
        this.write = write;
        this.times = new FillTimes(segment, clock);
    }

    /** Something was deleted or replaced just now. */
    public void forgot() {
        times.forgot();
    }

    public void onTime() {
        if (times.isDue()) {
            write.raiseFences();
            tables.forEach(table -> table.remove(NOBODY));
        }
    }
}
