package io.faceline.api.jobs.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.api.jobs.JobDirectory;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Summarises the people of jobs. A job is read from its beginning on the first request, then followed until it is idle.
 * The summary of an ended job is cached. Bounded in all respects. Thread-safe.
 */
public final class FollowedJobs implements AutoCloseable {
    static final int MAX_FOLLOWED = 16;

    /** In appearances, each with a crop of a few kilobytes. */
    private static final int MAX_CACHED = 20_000;

    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final JobDirectory jobs;
    private final InstantSource clock;
    private final Cache<String, Ended> ended = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED)
            .weigher((String id, Ended job) -> job.summary().size())
            .build();

    @GuardedBy("this")
    private final Map<String, FollowedJob> followedJobs = new HashMap<>();

    @GuardedBy("this")
    private boolean closed;

    public FollowedJobs(KafkaSettings kafka, JobDirectory jobs, InstantSource clock) {
        this.kafka = kafka;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * The people seen so far. Blocks for a few seconds at most.
     *
     * @throws ProblemException when too many jobs are followed
     */
    public JobSummary summary(Job job, JobVideo video) {
        var known = Optional.ofNullable(ended.getIfPresent(job.id()));
        return known.map(Ended::summary).orElseGet(() -> read(job, video));
    }

    private JobSummary read(Job job, JobVideo video) {
        var followed = followed(job);
        try {
            followed.start();
            followed.skipLost(video);
            followed.awaitDelivered(video, READ_TIMEOUT);
        } catch (IllegalStateException e) {
            drop(job.id());
            throw ProblemException.later(503, "NOT_READY", "reading the job was interrupted; try again", RETRY_AFTER);
        } catch (RuntimeException e) {
            drop(job.id());
            throw e;
        }
        return cacheIfComplete(job, followed.summary(job, video));
    }

    private synchronized FollowedJob followed(Job job) {
        var known = followedJobs.get(job.id());
        if (known != null) {
            known.requested(clock.instant());
            return known;
        }
        if (closed || followedJobs.size() >= MAX_FOLLOWED) {
            throw busy();
        }
        var followed = new FollowedJob(kafka, job, clock.instant());
        followedJobs.put(job.id(), followed);
        return followed;
    }

    static ProblemException busy() {
        return ProblemException.later(503, "BUSY", "too many jobs are being read; try again in a moment", RETRY_AFTER);
    }

    private JobSummary cacheIfComplete(Job job, JobSummary summary) {
        if (summary.isComplete()) {
            ended.put(job.id(), new Ended(job.session(), summary));
            drop(job.id());
        }
        return summary;
    }

    /** Skips lost frames and drops idle, failed, complete and deleted jobs. Called about every second. */
    public void maintain() {
        List.copyOf(ended.asMap().keySet()).stream()
                .filter(id -> video(id).isEmpty())
                .forEach(ended::invalidate);
        snapshot().forEach((id, followed) -> maintain(id, followed));
    }

    private void maintain(String id, FollowedJob followed) {
        var job = jobs.find(id);
        var video = video(id);
        if (job.isEmpty()
                || video.isEmpty()
                || followed.hasFailed()
                || followed.isIdle(clock.instant().minus(IDLE_TIMEOUT))) {
            drop(id);
            return;
        }
        followed.skipLost(video.get());
        if (followed.isComplete(job.get(), video.get())) {
            cacheIfComplete(job.get(), followed.summary(job.get(), video.get()));
        }
    }

    /** Absent when the job is deleted. */
    private Optional<JobVideo> video(String id) {
        return jobs.find(id).flatMap(job -> Optional.ofNullable(job.video()));
    }

    /** Drops the jobs of an ended session. */
    public void end(SessionId session) {
        ended.asMap().values().removeIf(job -> job.session().equals(session));
        snapshot().keySet().stream()
                .filter(id ->
                        jobs.find(id).map(job -> job.session().equals(session)).orElse(true))
                .forEach(this::drop);
    }

    /** Number of followed jobs. */
    synchronized int size() {
        return followedJobs.size();
    }

    private synchronized Map<String, FollowedJob> snapshot() {
        return Map.copyOf(followedJobs);
    }

    private void drop(String id) {
        removed(id).ifPresent(FollowedJob::close);
    }

    private synchronized Optional<FollowedJob> removed(String id) {
        return Optional.ofNullable(followedJobs.remove(id));
    }

    private synchronized void refuseNew() {
        closed = true;
    }

    @Override
    public void close() {
        refuseNew();
        snapshot().keySet().forEach(this::drop);
    }

    private record Ended(SessionId session, JobSummary summary) {}
}
