package io.faceline.runtime.concurrent;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets threads await a condition on state that another thread changes and announces. */
public final class ConditionMonitor {
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
        lock.lock();
        try {
            var left = atMost.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new WaitTimeoutException(what + " took longer than " + atMost.toMillis() + " ms");
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitTimeoutException("interrupted while waiting: " + what);
        } finally {
            lock.unlock();
        }
    }
}
