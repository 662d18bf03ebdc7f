package io.faceline.api.alertrules.trial;

import io.faceline.alerting.judge.JudgeMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Forgets all when the trial is over. Not thread-safe. */
final class TrialMemory implements JudgeMemory {
    private final Map<String, Record> known = new HashMap<>();

    @Override
    public <T extends Record> Optional<T> read(String key, Class<T> type) {
        return Optional.ofNullable(known.get(key)).map(type::cast);
    }

    @Override
    public void write(String key, Record value) {
        known.put(key, value);
    }

    @Override
    public void remove(String key) {
        known.remove(key);
    }

    @Override
    public Set<String> keys() {
        return Set.copyOf(known.keySet());
    }
}
