package io.faceline.runtime.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The futures that callers wait for. Those that are not complete when the service stops fail. Thread-safe. */
public final class PendingFutures {
    private final Supplier<RuntimeException> atStop;
    private final Map<Long, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private final AtomicLong added = new AtomicLong();
    private final ConditionMonitor changes = new ConditionMonitor();
    private volatile @Nullable RuntimeException stopped;

    /** @param atStop what a future fails with that the stop interrupts */
    public PendingFutures(Supplier<RuntimeException> atStop) {
        this.atStop = atStop;
    }

    /** Returns the same future, which also fails at the stop, at once if that was before. */
    public <T> CompletableFuture<T> add(CompletableFuture<T> future) {
        var number = added.getAndIncrement();
        pending.put(number, future);
        var unused = future.whenComplete((value, failure) -> {
            pending.remove(number);
            changes.announce();
        });
        var reason = stopped;
        if (reason != null) {
            future.completeExceptionally(reason);
        }
        return future;
    }

    /** Refuses new futures and waits for the others, which fail after the timeout. */
    public void stop(Duration timeout) {
        var reason = atStop.get();
        var awaited = List.copyOf(pending.values());
        stopped = reason;
        changes.holdsWithin(timeout, () -> awaited.stream().allMatch(CompletableFuture::isDone));
        List.copyOf(pending.values()).forEach(future -> future.completeExceptionally(reason));
    }
}
