package io.faceline.runtime.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table backed by a Streams state store, which is restored from its changelog. */
public final class StoreTable<V> implements Table<V> {
    private static final Logger LOG = LoggerFactory.getLogger(StoreTable.class);

    private final KeyValueStore<String, V> store;

    public StoreTable(KeyValueStore<String, V> store) {
        this.store = store;
    }

    @Override
    public Optional<V> read(String key) {
        try {
            return Optional.ofNullable(store.get(key));
        } catch (SerializationException e) {
            return unreadable(e);
        }
    }

    @Override
    public void write(String key, V value) {
        store.put(key, value);
    }

    @Override
    public void remove(String key) {
        store.delete(key);
    }

    @Override
    public Map<String, V> withPrefix(String prefix) {
        return found(store.prefixScan(prefix, new StringSerializer()), value -> true);
    }

    @Override
    public Map<String, V> where(Predicate<V> test) {
        return found(store.all(), test);
    }

    private Map<String, V> found(KeyValueIterator<String, V> scanned, Predicate<V> test) {
        var found = new LinkedHashMap<String, V>();
        try (var entries = scanned) {
            while (entries.hasNext()) {
                next(entries)
                        .filter(entry -> test.test(entry.value))
                        .ifPresent(entry -> found.put(entry.key, entry.value));
            }
        }
        return found;
    }

    private Optional<KeyValue<String, V>> next(KeyValueIterator<String, V> entries) {
        try {
            return Optional.of(entries.next());
        } catch (SerializationException e) {
            return unreadable(e);
        }
    }

    /** An invalid entry in the changelog must not stop the stage: it counts as absent. */
    private <X> Optional<X> unreadable(SerializationException failure) {
        LOG.warn("event=entry_unreadable store={} cause=\"{}\"", store.name(), failure.toString());
        return Optional.empty();
    }
}
