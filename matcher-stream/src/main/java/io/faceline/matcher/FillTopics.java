package io.faceline.matcher;

import io.faceline.runtime.FillTimes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Writes a tombstone for nobody to every compacted topic of a task that holds names, photos or embeddings, some time after
 * each deletion; {@link FillTimes} says why. For the task's thread alone.
 */
final class FillTopics {
    private static final String NOBODY = "fence";

    private final List<Table<?>> tables;
    private final WritePeople write;
    private final FillTimes times;

    /**
     * @param tables hold photos or embeddings
     * @param segment after this time a write begins a new segment
     */
    FillTopics(List<Table<?>> tables, WritePeople write, InstantSource clock, Duration segment) {
        this.tables = tables;
        this.write = write;
        this.times = new FillTimes(segment, clock);
    }

    /** Something was deleted or replaced just now. */
    void forgot() {
        times.forgot();
    }

    void onTime() {
        if (times.isDue()) {
            write.raiseFences();
            tables.forEach(table -> table.remove(NOBODY));
        }
    }
}
