package io.faceline.benchmarks.load;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The statistics of one client. Thread-safe. */
final class ClientStats {
    private final long start = System.nanoTime();

    @GuardedBy("this")
    private final List<Double> delays = new ArrayList<>();

    @GuardedBy("this")
    private final Map<String, Long> refusals = new TreeMap<>();

    @GuardedBy("this")
    private long sent;

    @GuardedBy("this")
    private long dropped;

    @GuardedBy("this")
    private long lastFaces = start;

    @GuardedBy("this")
    private long longestWithoutFaces;

    synchronized void sent() {
        sent++;
    }

    /** @param since the time of sending, in nanoseconds */
    synchronized void answered(long since, boolean hasFaces) {
        var now = System.nanoTime();
        delays.add((now - since) / 1e6);
        if (hasFaces) {
            longestWithoutFaces = Math.max(longestWithoutFaces, now - lastFaces);
            lastFaces = now;
        }
    }

    synchronized void dropped() {
        dropped++;
    }

    /** @param code such as {@code 429 TOO_BUSY} */
    synchronized void refused(String code) {
        refusals.merge(code, 1L, Long::sum);
    }

    /** Whether everything sent was answered. */
    synchronized boolean isComplete() {
        return sent
                == delays.size()
                        + dropped
                        + refusals.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized long sentCount() {
        return sent;
    }

    synchronized long droppedCount() {
        return dropped;
    }

    synchronized List<Double> delays() {
        return List.copyOf(delays);
    }

    synchronized Map<String, Long> refusals() {
        return Map.copyOf(refusals);
    }

    /** In seconds, including the time up to now. */
    synchronized double longestWithoutFaces() {
        var longest = Math.max(longestWithoutFaces, System.nanoTime() - lastFaces);
        return TimeUnit.NANOSECONDS.toMillis(longest) / 1e3;
    }
}
