package io.faceline.ingest.video;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobError;
import io.faceline.contracts.job.JobState;
import io.faceline.ingest.spool.Spool;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The videos that this ingest holds: which wait, which run, and how they end. When it closes they are as they would be had
 * the process been killed: the next one takes them up. Safe for all threads.
 */
final class VideoJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VideoJobs.class);
    private static final Duration UNTIL_A_RUN_ENDS = Duration.ofSeconds(2);

    private final String owner;
    private final Spool spool;
    private final VideoRun.Context context;
    private final JobStore jobs;
    // Guarded by this.
    private final JobQueue queue;
    private final Map<String, VideoRun> running = new HashMap<>();
    private boolean closed;

    /** @param owner names this ingest, the same after a restart: other ingests' videos lie elsewhere */
    VideoJobs(String owner, Spool spool, VideoRun.Context context, int places) {
        this.owner = owner;
        this.spool = spool;
        this.context = context;
        this.jobs = context.jobs();
        this.queue = new JobQueue(places);
    }

    /** Goes on with what an earlier process left, and clears away what it could not. */
    void resume() {
        jobs.all().stream().filter(job -> isOurs(job) && job.hasVideo()).forEach(this::resume);
        spool.sweep();
        runNext();
    }

    private void resume(Job job) {
        var isThere = spool.restore(job.id(), job.session());
        if (job.state().isUnfinished()) {
            if (isThere) {
                add(job);
            } else {
                markLost(job);
            }
        }
    }

    /** A video that was received, and is ours from now on. */
    CompletableFuture<Job> accept(Job job) {
        return jobs.add(job).thenApply(added -> {
            add(added);
            runNext();
            return added;
        });
    }

    /** What its jobs have for their request. */
    String owner() {
        return owner;
    }

    boolean isOurs(Job job) {
        return job.request().equals(owner);
    }

    /** Those that are unfinished of a session. */
    long unfinished(SessionId session) {
        return jobs.all().stream()
                .filter(job -> job.hasVideo() && job.session().equals(session))
                .filter(job -> job.state().isUnfinished())
                .count();
    }

    /** The job as it is then: cancelled, unless it had ended already. */
    CompletableFuture<Job> cancel(String id) {
        var run = running(id);
        var cancelled = jobs.change(id, job -> {
            var noted = run == null || !job.state().isUnfinished() ? job : run.withProgress(job);
            return job.state().isUnfinished() ? noted.in(JobState.CANCELLED, now()) : job;
        });
        withdraw(id);
        return cancelled;
    }

    /** Nothing of it is left but a mark. */
    CompletableFuture<Job> delete(String id) {
        var deleted = jobs.change(id, job -> job.state() == JobState.DELETED ? job : job.in(JobState.DELETED, now()));
        withdraw(id);
        spool.delete(id);
        return deleted;
    }

    /** Deletes what the session had sent until then. */
    void sessionEnded(SessionId session, Instant when) {
        spool.abort(session);
        jobs.all().stream()
                .filter(job -> job.hasVideo() && job.session().equals(session))
                .filter(job -> !job.startedAt().isAfter(when))
                .filter(job -> isOurs(job) || !job.state().isUnfinished())
                .forEach(job -> {
                    var unused = delete(job.id());
                });
    }

    /** An unfinished job whose video is nowhere to be found. */
    void markLost(Job job) {
        LOG.warn("the video of a job is gone job={}", job.id());
        var why = new JobError("VIDEO_LOST", "the server no longer has the video: send it again");
        var unused = jobs.change(job.id(), lost -> {
            var video = lost.video();
            return video == null || !lost.state().isUnfinished()
                    ? lost
                    : lost.with(video.failed(why), now()).in(JobState.FAILED, now());
        });
    }

    /** To be called every second. */
    void tick() {
        runs().forEach(VideoRun::tick);
    }

    synchronized int running() {
        return queue.running();
    }

    synchronized int waiting() {
        return queue.waiting();
    }

    private synchronized void add(Job job) {
        queue.add(new JobQueue.Waiting(job.id(), job.session(), job.state() == JobState.RUNNING, job.startedAt()));
    }

    private synchronized void runNext() {
        while (!closed) {
            var next = queue.next();
            if (next.isEmpty()) {
                return;
            }
            run(next.get());
        }
    }

    private void run(String id) {
        var job = jobs.find(id).filter(found -> found.state().isUnfinished());
        var file = spool.file(id);
        if (job.isPresent() && file.isPresent()) {
            var run = new VideoRun(job.get(), file.get(), context, () -> ended(id));
            running.put(id, run);
            run.start();
        } else {
            queue.remove(id);
            job.ifPresent(this::markLost);
        }
    }

    private void ended(String id) {
        synchronized (this) {
            queue.remove(id);
            running.remove(id);
        }
        runNext();
    }

    private void withdraw(String id) {
        var run = running(id);
        if (run == null) {
            synchronized (this) {
                queue.remove(id);
            }
        } else {
            run.stop();
        }
    }

    private synchronized VideoRun running(String id) {
        return running.get(id);
    }

    private synchronized List<VideoRun> runs() {
        return List.copyOf(running.values());
    }

    private Instant now() {
        return context.clock().instant();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        var stopped = runs();
        stopped.forEach(VideoRun::stop);
        try {
            for (var run : stopped) {
                run.awaitEnd(UNTIL_A_RUN_ENDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
