package io.faceline.api.jobs.people;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.api.jobs.JobReader;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.tracking.summary.VideoTracking;
import java.time.Duration;
import java.time.Instant;

/** A job that a client looks at, tracked as its frames arrive. Thread-safe. */
final class FollowedJob implements AutoCloseable {
    private final VideoTracking tracking = new VideoTracking();
    private final JobReader reader;

    @GuardedBy("this")
    private boolean isStarted;

    @GuardedBy("this")
    private boolean isClosed;

    private volatile Instant requestedAt;

    FollowedJob(KafkaSettings kafka, Job job, Instant now) {
        reader = new JobReader(
                kafka, job.session(), job.id(), StartOffset.ofWorkSince(job.startedAt()), tracking::accept);
        requestedAt = now;
    }

    /**
     * Returns once reading has started; concurrent callers wait.
     *
     * @throws IllegalStateException when it was closed before
     */
    synchronized void start() {
        if (isClosed) {
            throw new IllegalStateException("the job is no longer followed");
        }
        if (!isStarted) {
            reader.start();
            isStarted = true;
        }
    }

    void requested(Instant now) {
        requestedAt = now;
    }

    boolean isIdle(Instant since) {
        return requestedAt.isBefore(since);
    }

    /** Skips the frames that will not be answered. */
    void skipLost(JobVideo video) {
        video.lost().forEach(reader::skip);
    }

    /** Waits for the frames processed so far, or as many as can be read in time. */
    void awaitDelivered(JobVideo video, Duration timeout) {
        try {
            reader.awaitDelivered(video.frames(), timeout);
        } catch (WaitTimeoutException e) {
            // A partial summary is a valid answer, marked as incomplete.
            return;
        }
    }

    /** Whether the job has ended and all its frames were read. */
    boolean isComplete(Job job, JobVideo video) {
        return !job.state().isUnfinished() && reader.delivered() >= video.frames();
    }

    JobSummary summary(Job job, JobVideo video) {
        // Read first, so that the summary covers all frames.
        var isComplete = isComplete(job, video);
        return new JobSummary(tracking.summary(), isComplete);
    }

    boolean hasFailed() {
        return !reader.health().live();
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        reader.close();
    }
}
