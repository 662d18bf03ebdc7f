package io.faceline.runtime.concurrent;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets threads await a condition on state that another thread changes and announces. The state's own lock must not be held
 * while announcing: conditions are asked under the lock of this, and may take it.
 */
public final class ConditionMonitor {
    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    public void announce() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @throws WaitTimeoutException when the condition does not hold in time, or the thread is interrupted */
    public void await(BooleanSupplier condition, Duration atMost, String what) {
        try {
            if (!awaitUpTo(atMost, condition)) {
                throw new WaitTimeoutException(what + " took longer than " + atMost.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitTimeoutException("interrupted while waiting: " + what);
        }
    }

    /** Whether the condition came to hold in time. An interruption ends the waiting, and stays. */
    public boolean holdsWithin(Duration atMost, BooleanSupplier condition) {
        try {
            return awaitUpTo(atMost, condition);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return condition.getAsBoolean();
        }
    }

    /** Waits as long as it takes. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        var unused = awaitUpTo(FOR_EVER, condition);
    }

    private boolean awaitUpTo(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
