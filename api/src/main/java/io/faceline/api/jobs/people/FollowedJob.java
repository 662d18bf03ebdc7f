package io.faceline.api.jobs.people;

import io.faceline.api.jobs.JobReader;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.tracking.VideoTracking;
import java.time.Duration;
import java.time.Instant;

/** A job that somebody looks at, tracked as its frames come. Safe for all threads. */
final class FollowedJob implements AutoCloseable {
    private final VideoTracking tracking = new VideoTracking();
    private final JobReader reader;
    // Guarded by this.
    private boolean isStarted;
    private boolean isClosed;

    private volatile Instant askedAt;

    FollowedJob(KafkaSettings kafka, Job job, Instant now) {
        reader = new JobReader(kafka, job.session(), job.id(), StartOffset.at(job.startedAt()), tracking::accept);
        askedAt = now;
    }

    /**
     * Returns once it reads; whoever comes second waits.
     *
     * @throws IllegalStateException when it was closed meanwhile
     */
    synchronized void start() {
        if (isClosed) {
            throw new IllegalStateException("the job was let go of");
        }
        if (!isStarted) {
            reader.start();
            isStarted = true;
        }
    }

    void asked(Instant now) {
        askedAt = now;
    }

    boolean isIdle(Instant since) {
        return askedAt.isBefore(since);
    }

    /** Lets the frames go on behind those that will never be answered. */
    void skipLost(JobVideo video) {
        video.lost().forEach(reader::skip);
    }

    /** Awaits what there is by now, or as much of it as can be read in time. */
    void awaitDelivered(JobVideo video, Duration atMost) {
        try {
            reader.awaitDelivered(video.frames(), atMost);
        } catch (WaitTimeoutException e) {
            // What was seen so far is an answer too, and says that it is no more than that.
            return;
        }
    }

    /** Whether the job ended and all its frames are in. */
    boolean isComplete(Job job, JobVideo video) {
        return !job.state().isUnfinished() && reader.delivered() >= video.frames();
    }

    JobSummary seen(Job job, JobVideo video) {
        // Asked first, so that the summary has all that it counts.
        var isComplete = isComplete(job, video);
        return new JobSummary(tracking.summary(), isComplete);
    }

    boolean isBroken() {
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
