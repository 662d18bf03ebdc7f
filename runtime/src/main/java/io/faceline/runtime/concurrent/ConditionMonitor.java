package io.faceline.runtime.concurrent;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets threads wait for a condition on state that other threads change. Thread-safe. */
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

    /** @throws WaitTimeoutException when the condition is not met in time, or the thread is interrupted */
    public void await(BooleanSupplier condition, Duration timeout, String what) {
        lock.lock();
        try {
            var remaining = timeout.toNanos();
            while (!condition.getAsBoolean()) {
                if (remaining <= 0) {
                    throw new WaitTimeoutException(what + " took longer than " + timeout.toMillis() + " ms");
                }
                remaining = changed.awaitNanos(remaining);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitTimeoutException("interrupted while waiting: " + what);
        } finally {
            lock.unlock();
        }
    }
}
