package io.faceline.runtime.concurrent;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets threads wait for a condition on state that other threads change. The caller of {@link #announce} must not hold the
 * state's own lock: conditions are evaluated under the monitor's lock and may acquire it. Thread-safe.
 */
public final class ConditionMonitor {
    private static final Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);

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
        try {
            if (!awaitWithin(timeout, condition)) {
                throw new WaitTimeoutException(what + " took longer than " + timeout.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitTimeoutException("interrupted while waiting: " + what);
        }
    }

    /** Whether the condition was met in time. An interrupt ends the wait and the thread stays interrupted. */
    public boolean holdsWithin(Duration timeout, BooleanSupplier condition) {
        try {
            return awaitWithin(timeout, condition);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return condition.getAsBoolean();
        }
    }

    /** Waits without a timeout. */
    public void await(BooleanSupplier condition) throws InterruptedException {
        var unused = awaitWithin(UNLIMITED, condition);
    }

    private boolean awaitWithin(Duration timeout, BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        try {
            var remaining = timeout.toNanos();
            while (!condition.getAsBoolean()) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = changed.awaitNanos(remaining);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
