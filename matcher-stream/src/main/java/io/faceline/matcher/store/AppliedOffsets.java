package io.faceline.matcher.store;

import io.faceline.runtime.concurrent.ConditionMonitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How far a shared topic has been read. One thread reports, any thread waits. */
public final class AppliedOffsets {
    private final ConditionMonitor changes = new ConditionMonitor();
    private final Map<String, Long> writes = new HashMap<>();
    private long version = -1;

    /** The record at this offset has been applied. */
    public void arrived(long offset) {
        synchronized (this) {
            version = Math.max(version, offset);
        }
        changes.announce();
    }

    /** The same, for a record whose writer may wait for it. */
    public void arrived(long offset, WriteToken write) {
        synchronized (this) {
            // Together: whoever sees the write sees a version that has it.
            version = Math.max(version, offset);
            writes.merge(write.writer(), write.number(), Math::max);
        }
        changes.announce();
    }

    /** The offset last applied, -1 before the first. */
    public synchronized long version() {
        return version;
    }

    public synchronized boolean has(WriteToken write) {
        return writes.getOrDefault(write.writer(), 0L) >= write.number();
    }

    public boolean await(WriteToken write, Duration most) {
        return changes.holdsWithin(most, () -> has(write));
    }

    public boolean await(long leastVersion, Duration most) {
        return changes.holdsWithin(most, () -> version() >= leastVersion);
    }
}
