package io.faceline.tracker.known;

import io.faceline.contracts.track.Correction;
import io.faceline.runtime.store.AppliedOffsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What was said by hand, of the topic {@code corrections}. One thread changes it, any thread reads. */
public final class KnownCorrections {
    private final Map<String, Correction> corrections = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();

    Optional<Correction> find(String key) {
        return Optional.ofNullable(corrections.get(key));
    }

    Collection<Correction> all() {
        return List.copyOf(corrections.values());
    }

    long changes() {
        return changes.get();
    }

    /** @param correction null for a tombstone */
    public void apply(String key, @Nullable Correction correction) {
        if (correction == null) {
            corrections.remove(key);
        } else if (correction.key().equals(key)) {
            corrections.put(key, correction);
        } else {
            throw new IllegalArgumentException("a record of " + correction.key() + " under another key");
        }
        changes.incrementAndGet();
    }

    public AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }
}
