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
 * The queue of jobs. A limited number runs at a time; next is the oldest job of the session with the fewest running jobs,
 * so that no session gets more than half of the slots while another waits. Jobs that were running when an earlier process
 * ended go first. Not thread-safe.
 */
final class JobQueue {
    private final int slots;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, SessionId> running = new HashMap<>();

    /** @param wasRunning whether the job was running when an earlier process ended */
    record Waiting(String job, SessionId session, boolean wasRunning, Instant since) {}

    JobQueue(int slots) {
        this.slots = slots;
    }

    void add(Waiting job) {
        waiting.add(job);
    }

    /** Moves the next job to the running ones; empty when none waits or all slots are in use. */
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

    /** Removes a waiting or running job. */
    void remove(String job) {
        waiting.removeIf(entry -> entry.job().equals(job));
        running.remove(job);
    }

    int waiting() {
        return waiting.size();
    }

    int running() {
        return running.size();
    }
}
