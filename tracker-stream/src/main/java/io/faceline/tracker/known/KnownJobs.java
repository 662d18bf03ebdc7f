package io.faceline.tracker.known;

import io.faceline.contracts.job.Job;
import io.faceline.runtime.store.AppliedOffsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The jobs of the topic {@code jobs}. One thread changes it, any thread reads. */
public final class KnownJobs {
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final AppliedOffsets appliedOffsets = new AppliedOffsets();

    Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** @param job null for a tombstone */
    public void apply(String key, @Nullable Job job) {
        if (job == null) {
            jobs.remove(key);
        } else if (job.id().equals(key)) {
            jobs.put(key, job);
        } else {
            throw new IllegalArgumentException("a record of " + job.id() + " under another key");
        }
    }

    public AppliedOffsets appliedOffsets() {
        return appliedOffsets;
    }
}
