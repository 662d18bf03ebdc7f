package io.faceline.vision.model;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.frame.Lane;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits the number of concurrent inferences in one JVM. A free permit goes to the live lane first; bulk and camera
 * frames wait together. So that a saturated live lane cannot starve them, at most {@value #MAX_LIVE_IN_A_ROW} live
 * inferences overtake a waiting one of another lane. Thread-safe.
 */
public final class InferencePermits {
    private static final int MAX_LIVE_IN_A_ROW = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition live = lock.newCondition();
    private final Condition bulk = lock.newCondition();

    @GuardedBy("lock")
    private int free;

    @GuardedBy("lock")
    private int liveWaiting;

    @GuardedBy("lock")
    private int bulkWaiting;

    @GuardedBy("lock")
    private int liveInARow;

    private final LongAdder heldNanos = new LongAdder();

    public InferencePermits(int permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("there must be at least one inference permit, was " + permits);
        }
        free = permits;
    }

    /** One permit per core: more threads than cores increase the latency of all inferences. */
    public static InferencePermits onePerCore() {
        return new InferencePermits(Runtime.getRuntime().availableProcessors());
    }

    /** Waits for a permit; closing it releases it. Uninterruptible, since an inference takes milliseconds. */
    public Permit acquire(Lane lane) {
        lock.lock();
        try {
            if (lane == Lane.LIVE) {
                awaitLive();
            } else {
                awaitBulk();
            }
            free--;
            wakeNext();
            var since = System.nanoTime();
            return () -> release(since);
        } finally {
            lock.unlock();
        }
    }

    /** Total time that permits were held, summed over all threads: the time spent in inference. */
    public Duration held() {
        return Duration.ofNanos(heldNanos.sum());
    }

    @GuardedBy("lock")
    private void awaitLive() {
        liveWaiting++;
        while (free == 0 || isBulkDue()) {
            live.awaitUninterruptibly();
        }
        liveWaiting--;
        liveInARow++;
    }

    @GuardedBy("lock")
    private void awaitBulk() {
        bulkWaiting++;
        while (free == 0 || (liveWaiting > 0 && !isBulkDue())) {
            bulk.awaitUninterruptibly();
        }
        bulkWaiting--;
        liveInARow = 0;
    }

    @GuardedBy("lock")
    private boolean isBulkDue() {
        return bulkWaiting > 0 && liveInARow >= MAX_LIVE_IN_A_ROW;
    }

    private void release(long since) {
        heldNanos.add(System.nanoTime() - since);
        lock.lock();
        try {
            free++;
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void wakeNext() {
        if (free > 0) {
            (liveWaiting > 0 && !isBulkDue() ? live : bulk).signal();
        }
    }

    /** Permission to run one inference. */
    @FunctionalInterface
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
