package io.faceline.alerting.judge.special.shared;

import io.faceline.alerting.judge.JudgeMemory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records of one kind in a judge's memory, read once and written at each change. Not thread-safe. */
public final class Records<R extends Record> {
    /** With what the names of the records of each judge begin. */
    public static final String ABSENT = "absent|";

    public static final String DOWN = "down|";
    public static final String TOGETHER = "together|";

    private final JudgeMemory memory;
    private final String prefix;
    private final Map<String, R> records = new TreeMap<>();

    /** @param kind of the records, after that of the judge: {@code absent|live} */
    public Records(JudgeMemory memory, String kind, Class<R> type) {
        this.memory = memory;
        prefix = kind + "|";
        for (var key : List.copyOf(memory.keys())) {
            if (key.startsWith(prefix)) {
                memory.read(key, type).ifPresent(record -> records.put(key.substring(prefix.length()), record));
            }
        }
    }

    public Optional<R> find(String name) {
        return Optional.ofNullable(records.get(name));
    }

    /** In order of their names, as of now. */
    public Collection<R> all() {
        return List.copyOf(records.values());
    }

    public Collection<String> names() {
        return List.copyOf(records.keySet());
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    public void put(String name, R record) {
        if (!record.equals(records.put(name, record))) {
            memory.write(prefix + name, record);
        }
    }

    public void remove(String name) {
        if (records.remove(name) != null) {
            memory.remove(prefix + name);
        }
    }

    public void clear() {
        names().forEach(this::remove);
    }
}
