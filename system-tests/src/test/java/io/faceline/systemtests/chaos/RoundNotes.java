package io.faceline.systemtests.chaos;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What happened in one round: events for the log, counts, and broken promises. Thread-safe. */
public final class RoundNotes {
    private final ChaosLog log;
    private final int round;
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();

    public RoundNotes(ChaosLog log, int round) {
        this.log = log;
        this.round = round;
    }

    public void event(String event) {
        log.add(round, event);
    }

    /** Counts without a line in the log. */
    public void count(String what) {
        count(what, 1);
    }

    public void count(String what, long times) {
        counts.computeIfAbsent(what, any -> new LongAdder()).add(times);
    }

    public void violation(String what) {
        violations.add(what);
        log.add(round, "violation what=\"" + what + "\"");
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }

    public Map<String, LongAdder> counts() {
        return Map.copyOf(counts);
    }

    /** All counts, by name. */
    public String summary() {
        var text = new StringBuilder();
        counts.forEach(
                (what, times) -> text.append(' ').append(what).append('=').append(times.sum()));
        return text.append(" violations=").append(violations.size()).toString();
    }
}
