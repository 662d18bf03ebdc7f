package io.faceline.tracker;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.SentFrames;
import io.faceline.tracker.known.Known;
import io.faceline.tracking.TestVideo;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jobs, deleted people and ended sessions of a test. Not thread-safe. */
final class FakeKnown implements Known {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Job> jobs = new HashMap<>();
    private final Set<PersonId> deleted = new HashSet<>();
    private final Set<SessionId> ended = new HashSet<>();

    static Job job(JobState state) {
        return new Job(TestVideo.JOB, TestVideo.SESSION, "request", state, NOW, NOW);
    }

    /** The job of the video is in this state. */
    void jobIs(JobState state) {
        add(job(state));
    }

    /** The job of the video has ended, having sent so many frames. */
    void jobEnded(long count, Long... lost) {
        add(job(JobState.RUNNING).ended(JobState.DONE, new SentFrames(count, List.of(lost)), NOW));
    }

    void add(Job job) {
        jobs.put(job.id(), job);
    }

    void forgetJob() {
        jobs.remove(TestVideo.JOB);
    }

    void delete(PersonId person) {
        deleted.add(person);
    }

    void end(SessionId session) {
        ended.add(session);
    }

    @Override
    public Optional<Job> job(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public boolean isDeleted(PersonId person) {
        return deleted.contains(person);
    }

    @Override
    public long deletions() {
        return deleted.size();
    }

    @Override
    public boolean hasEnded(SessionId session) {
        return ended.contains(session);
    }
}
