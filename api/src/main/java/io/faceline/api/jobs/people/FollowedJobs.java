package io.faceline.api.jobs.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * The jobs whose people somebody looks at: read from their beginning on the first ask, then kept up to date until nobody
 * asked for a while. What was seen in a job that ended is remembered without reading on. Bounded, all of it. Safe for all
 * threads.
 */
public final class FollowedJobs implements AutoCloseable {
    static final int MOST_READ = 16;

    /** Appearances, each with a crop of a few kilobytes. */
    private static final int MOST_REMEMBERED = 20_000;

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final JobDirectory jobs;
    private final InstantSource clock;
    private final Cache<String, Ended> ended = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((String id, Ended job) -> job.seen().size())
            .build();
    // Guarded by this.
    private final Map<String, FollowedJob> read = new HashMap<>();
    private boolean closed;

    public FollowedJobs(KafkaSettings kafka, JobDirectory jobs, InstantSource clock) {
        this.kafka = kafka;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Who was seen so far. Blocks for some seconds at most.
     *
     * @throws ProblemException when too many jobs are looked at
     */
    public JobSummary seen(Job job, JobVideo video) {
        var known = Optional.ofNullable(ended.getIfPresent(job.id()));
        return known.map(Ended::seen).orElseGet(() -> read(job, video));
    }

    private JobSummary read(Job job, JobVideo video) {
        var followed = followed(job);
        try {
            followed.start();
            followed.skipLost(video);
            followed.awaitDelivered(video, PATIENCE);
        } catch (IllegalStateException e) {
            forget(job.id());
            throw ProblemException.later(503, "NOT_READY", "reading the job broke off; ask again", RETRY_AFTER);
        } catch (RuntimeException e) {
            forget(job.id());
            throw e;
        }
        return settled(job, followed.seen(job, video));
    }

    private synchronized FollowedJob followed(Job job) {
        var known = read.get(job.id());
        if (known != null) {
            known.asked(clock.instant());
            return known;
        }
        if (closed || read.size() >= MOST_READ) {
            throw busy();
        }
        var followed = new FollowedJob(kafka, job, clock.instant());
        read.put(job.id(), followed);
        return followed;
    }

    static ProblemException busy() {
        return ProblemException.later(
                503,
                "BUSY",
                "more jobs are being looked at than can be read at once; try again in a moment",
                RETRY_AFTER);
    }

    private JobSummary settled(Job job, JobSummary seen) {
        if (seen.isComplete()) {
            ended.put(job.id(), new Ended(job.session(), seen));
            forget(job.id());
        }
        return seen;
    }

    /** To be called about every second: goes on with what jobs say, and forgets what nobody may or wants to see. */
    public void tend() {
        List.copyOf(ended.asMap().keySet()).stream()
                .filter(id -> video(id).isEmpty())
                .forEach(ended::invalidate);
        snapshot().forEach((id, followed) -> tend(id, followed));
    }

    private void tend(String id, FollowedJob followed) {
        var job = jobs.find(id);
        var video = video(id);
        if (job.isEmpty()
                || video.isEmpty()
                || followed.isBroken()
                || followed.isIdle(clock.instant().minus(IDLE))) {
            forget(id);
            return;
        }
        followed.skipLost(video.get());
        if (followed.isComplete(job.get(), video.get())) {
            settled(job.get(), followed.seen(job.get(), video.get()));
        }
    }

    /** Absent when the job is deleted. */
    private Optional<JobVideo> video(String id) {
        return jobs.find(id).flatMap(job -> Optional.ofNullable(job.video()));
    }

    /** Forgets what was seen in the session's jobs. */
    public void end(SessionId session) {
        ended.asMap().values().removeIf(job -> job.session().equals(session));
        snapshot().keySet().stream()
                .filter(id ->
                        jobs.find(id).map(job -> job.session().equals(session)).orElse(true))
                .forEach(this::forget);
    }

    /** How many jobs are being read. */
    synchronized int size() {
        return read.size();
    }

    private synchronized Map<String, FollowedJob> snapshot() {
        return Map.copyOf(read);
    }

    private void forget(String id) {
        removed(id).ifPresent(FollowedJob::close);
    }

    private synchronized Optional<FollowedJob> removed(String id) {
        return Optional.ofNullable(read.remove(id));
    }

    private synchronized void refuse() {
        closed = true;
    }

    @Override
    public void close() {
        refuse();
        snapshot().keySet().forEach(this::forget);
    }

    private record Ended(SessionId session, JobSummary seen) {}
}
