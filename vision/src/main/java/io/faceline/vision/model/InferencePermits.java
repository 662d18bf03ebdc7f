package io.faceline.vision.model;

import io.faceline.contracts.frame.Lane;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many inferences may run at once in one JVM. A free permit goes to the live lane first; so that a saturated live
 * lane cannot starve the other, a waiting bulk inference comes after at most {@value #LIVE_IN_A_ROW} live ones.
 *
 * <p>Shared by all threads; its state is guarded by its lock.
 */
public final class InferencePermits {
    private static final int LIVE_IN_A_ROW = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition live = lock.newCondition();
    private final Condition bulk = lock.newCondition();
    private int free;
    private int liveWaiting;
    private int bulkWaiting;
    private int liveInARow;
    private final LongAdder heldNanos = new LongAdder();

    public InferencePermits(int permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("there must be at least one inference permit, was " + permits);
        }
        free = permits;
    }

    /** As many as there are cores: more threads than cores make everyone late. */
    public static InferencePermits onePerCore() {
        return new InferencePermits(Runtime.getRuntime().availableProcessors());
    }

    /** Waits for a permit; closing it gives it back. Cannot be interrupted: an inference takes milliseconds. */
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

    /** How long permits were held so far, of all threads together: the time spent inside the models. */
    public Duration held() {
        return Duration.ofNanos(heldNanos.sum());
    }

    private void awaitLive() {
        liveWaiting++;
        while (free == 0 || isBulkDue()) {
            live.awaitUninterruptibly();
        }
        liveWaiting--;
        liveInARow++;
    }

    private void awaitBulk() {
        bulkWaiting++;
        while (free == 0 || (liveWaiting > 0 && !isBulkDue())) {
            bulk.awaitUninterruptibly();
        }
        bulkWaiting--;
        liveInARow = 0;
    }

    private boolean isBulkDue() {
        return bulkWaiting > 0 && liveInARow >= LIVE_IN_A_ROW;
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

    private void wakeNext() {
        if (free > 0) {
            (liveWaiting > 0 && !isBulkDue() ? live : bulk).signal();
        }
    }

    /** Leave to run one inference. */
    @FunctionalInterface
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
