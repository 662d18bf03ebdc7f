package io.faceline.alerting.judge.special;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps records as the bytes that a store would keep. */
final class CborMemory implements JudgeMemory {
    private final Map<String, byte[]> records = new TreeMap<>();

    @Override
    public <T extends Record> Optional<T> read(String key, Class<T> type) {
        return Optional.ofNullable(records.get(key)).map(bytes -> {
            try {
                return Mappers.CBOR.readValue(bytes, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
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
        return records.keySet();
    }

    int bytes() {
        return records.values().stream().mapToInt(bytes -> bytes.length).sum();
    }
}
