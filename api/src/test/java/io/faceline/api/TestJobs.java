package io.faceline.api;

import io.faceline.api.jobs.JobDirectory;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An in-memory job directory. */
public final class TestJobs implements JobDirectory {
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();

    /** A job of a video of 20 seconds at five frames a second. */
    public static Job job(String id, SessionId session, JobState state, long frames, Long... lost) {
        return job(id, session, state, TestPeople.THEN)
                .with(
                        new JobVideo("title of " + id, "video/mp4", 1000, 5, 20.0, frames, List.of(lost), null),
                        TestPeople.THEN);
    }

    /** A job without a video, as the command line creates them. */
    public static Job job(String id, SessionId session, JobState state, Instant startedAt) {
        return new Job(id, session, "request-" + id, state, startedAt, startedAt);
    }

    public Job put(Job job) {
        jobs.put(job.id(), job);
        return job;
    }

    public void remove(String id) {
        jobs.remove(id);
    }

    @Override
    public Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public Collection<Job> all() {
        return List.copyOf(jobs.values());
    }

    @Override
    public void requireRead() {
        // Always complete.
    }
}
