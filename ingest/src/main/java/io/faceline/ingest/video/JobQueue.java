package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The queue of jobs. A limited number runs at a time; next is the oldest job of the address with the fewest running jobs, and
 * among those of an address of the session with the fewest, so that neither gets more than half of the slots while another
 * waits. Jobs that were running when an earlier process
 * ended go first. Not thread-safe.
 */
final class JobQueue {
    private final int slots;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Waiting> running = new HashMap<>();

    /**
     * A job that waits for its turn.
     *
     * @param address of the client, empty for a job of an earlier process: addresses are not stored
     * @param wasRunning whether the job was running when an earlier process ended
     */
    record Waiting(String job, Optional<String> address, SessionId session, boolean wasRunning, Instant since) {
        private String place() {
            return address.orElseGet(session::value);
        }
    }

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
                        .thenComparing(job -> running(Waiting::place, job))
                        .thenComparing(job -> running(Waiting::session, job))
                        .thenComparing(Waiting::since)
                        .thenComparing(Waiting::job));
        first.ifPresent(job -> {
            waiting.remove(job);
            running.put(job.job(), job);
        });
        return first.map(Waiting::job);
    }

    private <T> long running(Function<Waiting, T> owner, Waiting job) {
        return running.values().stream()
                .filter(other -> owner.apply(other).equals(owner.apply(job)))
                .count();
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
