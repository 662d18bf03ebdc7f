package io.faceline.runtime.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.kafka.WriteToken;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Tracks which records of a shared topic have been applied, and lets threads wait for them. Thread-safe. */
public final class AppliedOffsets {
    private final ConditionMonitor changes = new ConditionMonitor();

    @GuardedBy("this")
    private final Map<String, Long> writes = new HashMap<>();

    @GuardedBy("this")
    private long version = -1;

    /** Registers that the record at this offset was applied. */
    public void arrived(long offset) {
        synchronized (this) {
            version = Math.max(version, offset);
        }
        changes.announce();
    }

    /** Registers that a record was applied whose writer may be waiting for it. */
    public void arrived(long offset, WriteToken write) {
        synchronized (this) {
            // Both under one lock: a thread that sees the write also sees a version that includes it.
            version = Math.max(version, offset);
            writes.merge(write.writer(), write.number(), Math::max);
        }
        changes.announce();
    }

    /** The last applied offset, -1 before the first. */
    public synchronized long version() {
        return version;
    }

    public synchronized boolean has(WriteToken write) {
        return writes.getOrDefault(write.writer(), 0L) >= write.number();
    }

    public boolean await(WriteToken write, Duration timeout) {
        return changes.holdsWithin(timeout, () -> has(write));
    }

    public boolean await(long minVersion, Duration timeout) {
        return changes.holdsWithin(timeout, () -> version() >= minVersion);
    }
}
