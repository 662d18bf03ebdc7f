package io.faceline.detector;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits the frames of each source: any number of them within a second, up to the rate. Remembers a bounded number of
 * sources, of which the least recent are forgotten. Confined to the task thread.
 */
final class SourceRates {
    static final int MAX_SOURCES = 10_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private final int perSecond;
    private final Map<String, Allowance> sources = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    private record Allowance(double frames, Instant at) {}

    SourceRates(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Whether the source may send another frame at this time. */
    boolean take(String source, Instant at) {
        var left = left(source, at);
        var isTaken = left >= 1;
        sources.put(source, new Allowance(isTaken ? left - 1 : left, at));
        return isTaken;
    }

    int size() {
        return sources.size();
    }

    private double left(String source, Instant at) {
        var before = sources.get(source);
        if (before == null) {
            return perSecond;
        }
        var seconds = Math.max(0, Duration.between(before.at(), at).toNanos() / NANOS_PER_SECOND);
        return Math.min(perSecond, before.frames() + seconds * perSecond);
    }
}
