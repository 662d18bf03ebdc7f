package io.faceline.ingest.video;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.topic.Retention;
import io.faceline.ingest.spool.Spool;
import io.faceline.web.view.JobView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Deletes expired videos, abandoned jobs and old deletion markers. Confined to one thread: the housekeeping thread. */
final class VideoRetention {
    private final JobStore jobs;
    private final VideoJobs videos;
    private final Spool spool;
    private final Duration retention;
    private final Retention topics;
    private final InstantSource clock;

    /**
     * @param retention of jobs
     * @param topics of the frames of jobs, and of their answers
     */
    VideoRetention(
            JobStore jobs, VideoJobs videos, Spool spool, Duration retention, Retention topics, InstantSource clock) {
        this.jobs = jobs;
        this.videos = videos;
        this.spool = spool;
        this.retention = retention;
        this.topics = topics;
        this.clock = clock;
    }

    void tidy() {
        var now = clock.instant();
        jobs.all().forEach(job -> tidy(job, now));
        jobs.rewriteRejected();
        spool.sweep();
    }

    private void tidy(Job job, Instant now) {
        if (job.state() == JobState.DELETED) {
            // The deletion marker hides the answers to the frames of the job: it outlives them.
            if (job.changedAt().plus(topics.untilUnanswerable()).isBefore(now)) {
                jobs.forget(job);
            }
        } else if (job.hasVideo()) {
            tidyVideo(job, now);
        }
    }

    private void tidyVideo(Job job, Instant now) {
        var expiry = JobView.expiry(job, retention);
        if (expiry != null && expiry.isBefore(now)) {
            var unused = videos.delete(job.id());
        } else if (isAbandoned(job, now)) {
            videos.markLost(job);
        }
    }

    /** Whether the ingest of the job has been away for the retention of a job. */
    private boolean isAbandoned(Job job, Instant now) {
        return !videos.isOurs(job)
                && job.state().isUnfinished()
                && job.changedAt().plus(retention).isBefore(now);
    }
}
