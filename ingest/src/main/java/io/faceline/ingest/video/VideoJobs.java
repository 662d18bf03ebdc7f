package io.faceline.ingest.video;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobError;
import io.faceline.contracts.job.JobState;
import io.faceline.ingest.spool.Spool;
import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the video jobs of this ingest, from the queue to their end. Closing leaves them as if the process had been killed;
 * the next process resumes them. Thread-safe.
 */
final class VideoJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VideoJobs.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

    private final String owner;
    private final Spool spool;
    private final VideoRun.Context context;
    private final JobStore jobs;

    @GuardedBy("this")
    private final JobQueue queue;

    @GuardedBy("this")
    private final Map<String, VideoRun> running = new HashMap<>();

    @GuardedBy("this")
    private boolean closed;

    /** @param owner identifies this ingest across restarts; other ingests hold their videos in other spools */
    VideoJobs(String owner, Spool spool, VideoRun.Context context, int slots) {
        this.owner = owner;
        this.spool = spool;
        this.context = context;
        this.jobs = context.jobs();
        this.queue = new JobQueue(slots);
    }

    /** Resumes the unfinished jobs of an earlier process and deletes orphaned files. */
    void resume() {
        jobs.all().stream().filter(job -> isOurs(job) && job.hasVideo()).forEach(this::resume);
        spool.sweep();
        runNext();
    }

    private void resume(Job job) {
        var hasFile = spool.restore(job.id(), job.session());
        if (job.state().isUnfinished()) {
            if (hasFile) {
                add(job, Optional.empty());
            } else {
                markLost(job);
            }
        }
    }

    /**
     * Stores the job of a received video and queues it.
     *
     * @param address of the client
     */
    CompletableFuture<Job> accept(Job job, String address) {
        return jobs.add(job).thenApply(added -> {
            add(added, Optional.of(address));
            runNext();
            return added;
        });
    }

    /**
     * A new job of the same video, which matches its faces again; it is neither stored nor queued.
     *
     * @param done the job that has matched them
     * @param address of the client
     * @throws ProblemException when the video is gone, or the spool has no room for it
     */
    Job rematch(Job done, String address) {
        var id = Job.newId();
        spool.copy(done.id(), id, done.session(), address);
        var video = done.requireVideo().rematch(done.id());
        return new Job(id, done.session(), owner, JobState.QUEUED, now(), now(), video);
    }

    /** Keeps the video of a job until then, or no longer than others if null. */
    CompletableFuture<Job> keep(String id, @Nullable Instant until) {
        return jobs.change(id, job -> {
            var video = job.video();
            return video == null ? job : job.with(video.kept(until), now());
        });
    }

    /** The {@code request} of its jobs. */
    String owner() {
        return owner;
    }

    boolean isOurs(Job job) {
        return job.request().equals(owner);
    }

    /** Number of unfinished video jobs of a session. */
    long unfinished(SessionId session) {
        return jobs.all().stream()
                .filter(job -> job.hasVideo() && job.session().equals(session))
                .filter(job -> job.state().isUnfinished())
                .count();
    }

    /** Cancels a job and returns its new state, which is not cancelled if it had ended before. */
    CompletableFuture<Job> cancel(String id) {
        var run = running(id);
        var cancelled = jobs.change(id, job -> {
            var current = run == null || !job.state().isUnfinished() ? job : run.withProgress(job);
            return job.state().isUnfinished() ? current.in(JobState.CANCELLED, now()) : job;
        });
        withdraw(id);
        return cancelled;
    }

    /** Deletes a job and its video; only a deletion marker remains. */
    CompletableFuture<Job> delete(String id) {
        var deleted = jobs.change(id, job -> job.state() == JobState.DELETED ? job : job.in(JobState.DELETED, now()));
        withdraw(id);
        spool.delete(id);
        return deleted;
    }

    /** Deletes the videos that the session had sent until then. */
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

    /** Fails an unfinished job whose video is missing. */
    void markLost(Job job) {
        LOG.warn("event=video_missing job={}", job.id());
        var error = new JobError("VIDEO_LOST", "the server no longer has the video: send it again");
        var unused = jobs.change(job.id(), lost -> {
            var video = lost.video();
            return video == null || !lost.state().isUnfinished()
                    ? lost
                    : lost.with(video.failed(error), now()).in(JobState.FAILED, now());
        });
    }

    /** Called every second. */
    void tick() {
        runs().forEach(VideoRun::tick);
    }

    synchronized int running() {
        return queue.running();
    }

    synchronized int waiting() {
        return queue.waiting();
    }

    private synchronized void add(Job job, Optional<String> address) {
        queue.add(new JobQueue.Waiting(
                job.id(), address, job.session(), job.state() == JobState.RUNNING, job.startedAt()));
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

    @GuardedBy("this")
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
                run.awaitEnd(STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
