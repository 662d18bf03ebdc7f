package io.faceline.runtime.kafka.group;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was read of an assigned partition until its end is reached. Confined to the reading thread. */
final class PartitionContent<V> {
    private final int partition;
    private final GroupOwner<V> owner;
    private final Map<String, V> values = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private boolean isTaken;

    PartitionContent(int partition, GroupOwner<V> owner) {
        this.partition = partition;
        this.owner = owner;
    }

    void put(String key, V value) {
        if (isTaken) {
            owner.changed(partition, key, value);
        } else {
            values.put(key, value);
            removed.remove(key);
        }
    }

    void remove(String key) {
        if (isTaken) {
            owner.removed(partition, key);
        } else {
            values.remove(key);
            removed.add(key);
        }
    }

    /** All records that there are were read. */
    void reachedEnd() {
        if (!isTaken) {
            isTaken = true;
            owner.taken(partition, Map.copyOf(values));
            removed.forEach(key -> owner.removed(partition, key));
            values.clear();
            removed.clear();
        }
    }
}
