package io.faceline.alerting.judge;

import java.util.Optional;
import java.util.Set;

/** What a judge knows, in a store of its caller. Keys are the judge's own. Not thread-safe. */
public interface JudgeMemory {
    /** The record of this key; empty if there is none. */
    <T extends Record> Optional<T> read(String key, Class<T> type);

    void write(String key, Record value);

    void remove(String key);

    Set<String> keys();
}
