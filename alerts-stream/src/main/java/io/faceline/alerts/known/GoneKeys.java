package io.faceline.alerts.known;

import io.faceline.runtime.store.AppliedOffsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The keys of a compacted topic whose records say that something is gone. One thread changes it, any thread reads. */
final class GoneKeys<V> {
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();
    private final Test<V> test;
    private final AtomicLong changes;

    /** What a record says. */
    @FunctionalInterface
    interface Test<V> {
        /**
         * @param value null for a tombstone
         * @throws IllegalArgumentException when the key is another's
         */
        boolean isGone(String key, @Nullable V value);
    }

    /** @param changes counts what was deleted */
    GoneKeys(Test<V> test, AtomicLong changes) {
        this.test = test;
        this.changes = changes;
    }

    boolean contains(String key) {
        return gone.contains(key);
    }

    /** @param value null for a tombstone */
    void apply(String key, @Nullable V value) {
        var isChanged = test.isGone(key, value) ? gone.add(key) : gone.remove(key);
        if (isChanged) {
            changes.incrementAndGet();
        }
    }

    AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }
}
