package io.faceline.matcher.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Tracks which records of a shared topic have been applied, and lets threads wait for them. Thread-safe. */
public final class AppliedOffsets {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @GuardedBy("this")
    private final Map<String, Long> writes = new HashMap<>();

    @GuardedBy("this")
    private long version = -1;

    /** Registers that the record at this offset was applied. */
    public synchronized void applied(long offset) {
        version = Math.max(version, offset);
        notifyAll();
    }

    /** Registers that a record was applied whose writer may be waiting for it. */
    public synchronized void applied(long offset, WriteToken write) {
        writes.merge(write.writer(), write.number(), Math::max);
        applied(offset);
    }

    /** The last applied offset, -1 before the first. */
    public synchronized long version() {
        return version;
    }

    public synchronized boolean has(WriteToken write) {
        return writes.getOrDefault(write.writer(), 0L) >= write.number();
    }

    public boolean await(WriteToken write, Duration timeout) {
        return await(() -> has(write), timeout);
    }

    public boolean await(long minVersion, Duration timeout) {
        return await(() -> version() >= minVersion, timeout);
    }

    private synchronized boolean await(BooleanSupplier condition, Duration timeout) {
        var deadline = System.nanoTime() + timeout.toNanos();
        var remaining = timeout.toMillis();
        try {
            while (!condition.getAsBoolean() && remaining > 0) {
                wait(remaining);
                remaining = (deadline - System.nanoTime()) / NANOS_PER_MILLI;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return condition.getAsBoolean();
    }
}
