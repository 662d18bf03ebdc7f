package io.faceline.runtime.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A persistent key-value table of a task. Confined to the task thread. */
public interface Table<V> {
    Optional<V> read(String key);

    void write(String key, V value);

    void remove(String key);

    /** A mutable copy of the entries whose keys begin with this, independent of later changes of the table. */
    Map<String, V> withPrefix(String prefix);

    /** A mutable copy of the matching entries, independent of later changes of the table. */
    Map<String, V> where(Predicate<V> test);
}
