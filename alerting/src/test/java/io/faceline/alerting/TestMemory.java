package io.faceline.alerting;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A judge's memory that keeps bytes, as a store does, so that nothing survives but what is written. Not thread-safe. */
public final class TestMemory implements JudgeMemory {
    private final Map<String, byte[]> records = new TreeMap<>();

    @Override
    public <T extends Record> Optional<T> read(String key, Class<T> type) {
        var bytes = records.get(key);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Mappers.CBOR.readValue(bytes, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String key, Record value) {
        try {
            records.put(key, Mappers.CBOR.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String key) {
        records.remove(key);
    }

    @Override
    public Set<String> keys() {
        return Collections.unmodifiableSet(records.keySet());
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    /** Whether a text is in any key or record. */
    public boolean contains(String text) {
        return records.entrySet().stream()
                .anyMatch(entry -> entry.getKey().contains(text)
                        || new String(entry.getValue(), StandardCharsets.ISO_8859_1).contains(text));
    }
}
