package io.faceline.matcher.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How far a shared topic has been read. One thread reports, any thread waits. */
public final class AppliedOffsets {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Long> writes = new HashMap<>();
    private long version = -1;

    /** The record at this offset has been applied. */
    public synchronized void arrived(long offset) {
        version = Math.max(version, offset);
        notifyAll();
    }

    /** The same, for a record whose writer may wait for it. */
    public synchronized void arrived(long offset, WriteToken write) {
        writes.merge(write.writer(), write.number(), Math::max);
        arrived(offset);
    }

    /** The offset last applied, -1 before the first. */
    public synchronized long version() {
        return version;
    }

    public synchronized boolean has(WriteToken write) {
        return writes.getOrDefault(write.writer(), 0L) >= write.number();
    }

    public boolean await(WriteToken write, Duration most) {
        return await(() -> has(write), most);
    }

    public boolean await(long leastVersion, Duration most) {
        return await(() -> version >= leastVersion, most);
    }

    private synchronized boolean await(BooleanSupplier there, Duration most) {
        var deadline = System.nanoTime() + most.toNanos();
        var left = most.toMillis();
        try {
            while (!there.getAsBoolean() && left > 0) {
                wait(left);
                left = (deadline - System.nanoTime()) / NANOS_PER_MILLI;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return there.getAsBoolean();
    }
}
