package io.faceline.api.corrections;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Correction;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The corrections of all tracks, as last read, without people who were deleted since. Thread-safe. */
public final class CorrectionTable {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionTable.class);

    /** By session, then by key. A session without any has no entry. */
    private final Map<String, Map<String, Correction>> bySession = new ConcurrentHashMap<>();
    /** The offset of the last record that was read, by partition. */
    private final Map<Integer, Long> read = new ConcurrentHashMap<>();

    private final AtomicLong version = new AtomicLong();
    private final ConditionMonitor changes = new ConditionMonitor();
    private final Predicate<PersonId> isDeleted;

    /** @param isDeleted whom nobody must see any more */
    public CorrectionTable(Predicate<PersonId> isDeleted) {
        this.isDeleted = isDeleted;
    }

    /** What was said of a track; empty if nothing was. */
    public Optional<Correction> of(SessionId session, String track) {
        return Optional.ofNullable(
                        bySession.getOrDefault(session.value(), Map.of()).get(Correction.key(session, track)))
                .flatMap(known -> known.without(isDeleted));
    }

    Collection<Correction> of(SessionId session) {
        return bySession.getOrDefault(session.value(), Map.of()).values().stream()
                .flatMap(known -> known.without(isDeleted).stream())
                .toList();
    }

    /** Changes with each record. */
    public long version() {
        return version.get();
    }

    /**
     * Waits until these records were read.
     *
     * @param offsets the last one of each partition
     * @throws io.faceline.runtime.concurrent.WaitTimeoutException when that takes longer
     */
    void await(Map<Integer, Long> offsets, Duration timeout) {
        changes.await(
                () -> offsets.entrySet().stream().allMatch(last -> hasRead(last.getKey(), last.getValue())),
                timeout,
                "reading the corrections that were written");
    }

    private boolean hasRead(int partition, long offset) {
        var last = read.get(partition);
        return last != null && last >= offset;
    }

    /** Applies a record of the topic. A value under the key of another is skipped. */
    public void apply(ConsumedRecord<Correction> consumed) {
        var correction = consumed.value();
        if (correction == null || correction.key().equals(consumed.key())) {
            Correction.sessionOf(consumed.key()).ifPresent(session -> put(session, consumed.key(), correction));
        } else {
            LOG.warn(
                    "event=record_skipped topic=corrections offset={} reason=\"a value under another key\"",
                    consumed.offset());
        }
        read.put(consumed.partition(), consumed.offset());
        version.incrementAndGet();
        changes.announce();
    }

    private void put(String session, String key, @Nullable Correction correction) {
        bySession.compute(session, (same, known) -> {
            var ofSession = known == null ? new ConcurrentHashMap<String, Correction>() : known;
            if (correction == null) {
                ofSession.remove(key);
            } else {
                ofSession.put(key, correction);
            }
            return ofSession.isEmpty() ? null : ofSession;
        });
    }
}
