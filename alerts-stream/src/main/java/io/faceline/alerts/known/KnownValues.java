package io.faceline.alerts.known;

import io.faceline.runtime.store.AppliedOffsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The records of a compacted topic. One thread changes it, any thread reads. */
final class KnownValues<V> {
    private final Map<String, V> values = new ConcurrentHashMap<>();
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();
    private final Function<V, String> keyOf;
    private final AtomicLong changes;

    /** @param changes counts what was changed */
    KnownValues(Function<V, String> keyOf, AtomicLong changes) {
        this.keyOf = keyOf;
        this.changes = changes;
    }

    Collection<V> all() {
        return List.copyOf(values.values());
    }

    /**
     * @param value null for a tombstone
     * @throws IllegalArgumentException when the key is another's
     */
    void apply(String key, @Nullable V value) {
        if (value == null) {
            values.remove(key);
        } else if (keyOf.apply(value).equals(key)) {
            values.put(key, value);
        } else {
            throw new IllegalArgumentException("a record of " + keyOf.apply(value) + " under another key");
        }
        changes.incrementAndGet();
    }

    AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }
}
