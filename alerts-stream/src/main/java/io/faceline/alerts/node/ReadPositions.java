package io.faceline.alerts.node;

import io.faceline.runtime.store.Table;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a task has read each of its topics, so that nothing is said again when the offsets of its group are reset. Confined
 * to the task thread.
 */
public final class ReadPositions {
    private final Table<ReadUntil> table;
    private final Map<String, ReadUntil> positions;

    /** @param table by a word for the topic */
    public ReadPositions(Table<ReadUntil> table) {
        this.table = table;
        this.positions = new HashMap<>(table.where(any -> true));
    }

    /** Whether this record was not worked on yet; then it counts as worked on. */
    public boolean advance(String topic, ReadUntil read) {
        var last = positions.get(topic);
        if (last != null && last.includes(read)) {
            return false;
        }
        positions.put(topic, read);
        table.write(topic, read);
        return true;
    }
}
