package io.faceline.vision.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Memory that several decoders share, counted before they take it. Who asks first is served first, so that a large one
 * is not overtaken for ever; what is larger than the whole room gets it alone. Thread-safe.
 */
public final class MemoryRoom {
    private final int capacity;
    private final Semaphore mebibytes;

    /** Memory that is in use, until it is closed; closing it again does nothing. */
    public interface Place extends AutoCloseable {
        Place NONE = () -> {};

        @Override
        void close();
    }

    public MemoryRoom(long bytes) {
        this.capacity = Math.max(1, mebibytes(bytes));
        this.mebibytes = new Semaphore(capacity, true);
    }

    /** Waits for this much room, at most this long; empty if there was none. */
    public Optional<Place> take(long bytes, Duration patience) throws InterruptedException {
        var wanted = Math.min(capacity, mebibytes(bytes));
        return mebibytes.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)
                ? Optional.of(place(wanted))
                : Optional.empty();
    }

    private Place place(int taken) {
        var isGivenBack = new AtomicBoolean();
        return () -> {
            if (isGivenBack.compareAndSet(false, true)) {
                mebibytes.release(taken);
            }
        };
    }

    /** Bytes that nobody uses now. */
    public long free() {
        return (long) mebibytes.availablePermits() << 20;
    }

    /** How many wait for room. */
    public int waiting() {
        return mebibytes.getQueueLength();
    }

    private static int mebibytes(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + (1 << 20) - 1) >> 20);
    }
}
