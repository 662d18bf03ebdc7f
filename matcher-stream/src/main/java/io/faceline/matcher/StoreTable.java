package io.faceline.matcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueStore;

/** A table that is a Streams store, and so survives in its changelog. */
final class StoreTable<V> implements Table<V> {
    private final KeyValueStore<String, V> store;

    StoreTable(KeyValueStore<String, V> store) {
        this.store = store;
    }

    @Override
    public Optional<V> find(String key) {
        return Optional.ofNullable(store.get(key));
    }

    @Override
    public void put(String key, V value) {
        store.put(key, value);
    }

    @Override
    public void remove(String key) {
        store.delete(key);
    }

    @Override
    public Map<String, V> where(Predicate<V> test) {
        var found = new LinkedHashMap<String, V>();
        try (var entries = store.all()) {
            while (entries.hasNext()) {
                var entry = entries.next();
                if (test.test(entry.value)) {
                    found.put(entry.key, entry.value);
                }
            }
        }
        return found;
    }
}
