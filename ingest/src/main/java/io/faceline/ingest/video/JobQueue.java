package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is. So many jobs run at a time; next is the oldest of the session that has the fewest running, so that no
 * session gets more than its half while another waits. Jobs of an earlier process go before all others. Whoever uses it
 * keeps to one thread at a time.
 */
final class JobQueue {
    private final int slots;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, SessionId> running = new HashMap<>();

    /** @param wasRunning when an earlier process ended */
    record Waiting(String job, SessionId session, boolean wasRunning, Instant since) {}

    JobQueue(int slots) {
        this.slots = slots;
    }

    void add(Waiting job) {
        waiting.add(job);
    }

    /** The job that is to run now, and from now on counts as running; empty when none waits, or all slots are taken. */
    Optional<String> next() {
        if (running.size() >= slots) {
            return Optional.empty();
        }
        var first = waiting.stream()
                .min(Comparator.comparing((Waiting job) -> !job.wasRunning())
                        .thenComparing(job -> Collections.frequency(running.values(), job.session()))
                        .thenComparing(Waiting::since)
                        .thenComparing(Waiting::job));
        first.ifPresent(job -> {
            waiting.remove(job);
            running.put(job.job(), job.session());
        });
        return first.map(Waiting::job);
    }

    /** The job waits no longer, nor does it run. */
    void remove(String job) {
        waiting.removeIf(one -> one.job().equals(job));
        running.remove(job);
    }

    int waiting() {
        return waiting.size();
    }

    int running() {
        return running.size();
    }
}
