package io.faceline.alerting.trial;

import io.faceline.alerting.judge.JudgeMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A judge's memory for a trial, which is forgotten with it. Not thread-safe. */
final class HeapMemory implements JudgeMemory {
    private final Map<String, Record> records = new HashMap<>();

    @Override
    public <T extends Record> Optional<T> read(String key, Class<T> type) {
        return Optional.ofNullable(records.get(key)).map(type::cast);
    }

    @Override
    public void write(String key, Record value) {
        records.put(key, value);
    }

    @Override
    public void remove(String key) {
        records.remove(key);
    }

    @Override
    public Set<String> keys() {
        return Set.copyOf(records.keySet());
    }
}
