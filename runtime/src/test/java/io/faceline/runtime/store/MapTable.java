package io.faceline.runtime.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** An in-memory table. */
public final class MapTable<V> implements Table<V> {
    private final Map<String, V> entries = new LinkedHashMap<>();
    private int scans;

    /** How often all entries were looked at. */
    public int scans() {
        return scans;
    }

    @Override
    public Optional<V> read(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void write(String key, V value) {
        entries.put(key, value);
    }

    @Override
    public void remove(String key) {
        entries.remove(key);
    }

    @Override
    public Map<String, V> withPrefix(String prefix) {
        var found = new LinkedHashMap<>(entries);
        found.keySet().removeIf(key -> !key.startsWith(prefix));
        return found;
    }

    @Override
    public Map<String, V> where(Predicate<V> test) {
        scans++;
        var found = new LinkedHashMap<>(entries);
        found.values().removeIf(test.negate());
        return found;
    }
}
