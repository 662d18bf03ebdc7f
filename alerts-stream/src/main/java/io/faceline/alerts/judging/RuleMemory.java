package io.faceline.alerts.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.store.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the judge of one rule knows: in memory, so that reading costs nothing, and in the store of the task, which gets what
 * was changed with each commit. Confined to the task thread.
 */
final class RuleMemory implements JudgeMemory {
    private static final Logger LOG = LoggerFactory.getLogger(RuleMemory.class);
    private static final String SEPARATOR = "|";

    private final String prefix;
    private final Table<byte[]> store;
    private final Map<String, Cell> cells = new HashMap<>();
    /** What changed keys held before; without one, null. */
    private final Map<String, Optional<Cell>> before = new HashMap<>();

    /** A value, as bytes and, once somebody has read it, as a record. */
    private static final class Cell {
        private final byte[] bytes;
        private @Nullable Record value;

        private Cell(byte[] bytes, @Nullable Record value) {
            this.bytes = bytes;
            this.value = value;
        }
    }

    /** @param store of all rules of the task */
    RuleMemory(RuleId rule, Table<byte[]> store) {
        this.prefix = rule + SEPARATOR;
        this.store = store;
        store.withPrefix(prefix)
                .forEach((key, bytes) -> cells.put(key.substring(prefix.length()), new Cell(bytes, null)));
    }

    /** The rule of a key of the store; empty if it is none. */
    static Optional<RuleId> ruleOf(String key) {
        var end = key.indexOf(SEPARATOR);
        return end < 0 ? Optional.empty() : RuleId.parse(key.substring(0, end));
    }

    @Override
    public <T extends Record> Optional<T> read(String key, Class<T> type) {
        var cell = cells.get(key);
        if (cell == null) {
            return Optional.empty();
        }
        if (!type.isInstance(cell.value)) {
            cell.value = parsed(key, cell.bytes, type);
        }
        return Optional.ofNullable(cell.value).map(type::cast);
    }

    /** What another version wrote and this one cannot read must not stop the stage: it counts as absent. */
    private <T extends Record> @Nullable T parsed(String key, byte[] bytes, Class<T> type) {
        try {
            return Mappers.CBOR.readValue(bytes, type);
        } catch (IOException | RuntimeException e) {
            LOG.warn("event=memory_unreadable key=\"{}{}\" cause=\"{}\"", prefix, key, e.toString());
            return null;
        }
    }

    @Override
    public void write(String key, Record value) {
        try {
            put(key, new Cell(Mappers.CBOR.writeValueAsBytes(value), value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String key) {
        if (cells.containsKey(key)) {
            put(key, null);
        }
    }

    private void put(String key, @Nullable Cell cell) {
        before.putIfAbsent(key, Optional.ofNullable(cells.get(key)));
        set(key, cell);
    }

    private void set(String key, @Nullable Cell cell) {
        if (cell == null) {
            cells.remove(key);
        } else {
            cells.put(key, cell);
        }
    }

    @Override
    public Set<String> keys() {
        return Set.copyOf(cells.keySet());
    }

    /**
     * Stores what was changed.
     *
     * @return whether anything was removed
     */
    boolean commit() {
        var isRemoved = false;
        for (var key : before.keySet()) {
            var cell = cells.get(key);
            if (cell == null) {
                store.remove(prefix + key);
                isRemoved = true;
            } else {
                store.write(prefix + key, cell.bytes);
            }
        }
        before.clear();
        return isRemoved;
    }

    /** Forgets what was changed since the last commit. */
    void rollback() {
        before.forEach((key, cell) -> set(key, cell.orElse(null)));
        before.clear();
    }

    void clear() {
        keys().forEach(this::remove);
    }
}
