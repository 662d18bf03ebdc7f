package io.faceline.api.cameras.table;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.concurrent.ConditionMonitor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The changes that a listener has not taken yet, oldest first. A later change takes the place of an earlier one with the same
 * key, and of too many the oldest is forgotten, so that a slow listener misses changes and holds up nobody. Thread-safe.
 */
public final class ChangeBox implements AutoCloseable {
    private static final int MAX_WAITING = 2000;

    private final Consumer<ChangeBox> closed;
    private final ConditionMonitor arrivals = new ConditionMonitor();

    @GuardedBy("this")
    private final Map<String, CameraChange> waiting = new LinkedHashMap<>();

    ChangeBox(Consumer<ChangeBox> closed) {
        this.closed = closed;
    }

    void put(CameraChange change) {
        synchronized (this) {
            waiting.put(change.key(), change);
            if (waiting.size() > MAX_WAITING) {
                waiting.remove(waiting.keySet().iterator().next());
            }
        }
        arrivals.announce();
    }

    /** The next change, waiting this long for one. An interrupt ends the wait and the thread stays interrupted. */
    public Optional<CameraChange> take(Duration timeout) {
        return arrivals.holdsWithin(timeout, this::hasAny) ? next() : Optional.empty();
    }

    private synchronized boolean hasAny() {
        return !waiting.isEmpty();
    }

    private synchronized Optional<CameraChange> next() {
        var keys = waiting.keySet().iterator();
        return keys.hasNext() ? Optional.of(waiting.remove(keys.next())) : Optional.empty();
    }

    @Override
    public void close() {
        closed.accept(this);
    }
}
