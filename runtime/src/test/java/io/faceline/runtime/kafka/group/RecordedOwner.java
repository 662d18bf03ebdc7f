package io.faceline.runtime.kafka.group;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a member of a group is told. Thread-safe. */
final class RecordedOwner implements GroupOwner<String> {
    /** The values by partition and key. */
    final Map<Integer, Map<String, String>> owned = new ConcurrentHashMap<>();

    final List<String> events = new CopyOnWriteArrayList<>();
    volatile Runnable onChange = () -> {};

    @Override
    public void taken(int partition, Map<String, String> values) {
        owned.put(partition, new ConcurrentHashMap<>(values));
        events.add("taken " + partition);
    }

    @Override
    public void changed(int partition, String key, String value) {
        owned.get(partition).put(key, value);
        events.add("changed " + key);
        onChange.run();
    }

    @Override
    public void removed(int partition, String key) {
        owned.get(partition).remove(key);
        events.add("removed " + key);
    }

    @Override
    public void revoked(Set<Integer> partitions) {
        owned.keySet().removeAll(partitions);
        events.add("revoked");
    }

    @Override
    public void lost(Set<Integer> partitions) {
        owned.keySet().removeAll(partitions);
        events.add("lost");
    }

    Set<Integer> partitions() {
        return Set.copyOf(owned.keySet());
    }
}
