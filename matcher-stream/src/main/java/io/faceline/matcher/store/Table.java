package io.faceline.matcher.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a task remembers over a restart, by key. For the task's thread alone. */
public interface Table<V> {
    Optional<V> read(String key);

    void write(String key, V value);

    void remove(String key);

    /** A copy of the entries that pass, to be changed at will while the table changes too. */
    Map<String, V> where(Predicate<V> test);
}
