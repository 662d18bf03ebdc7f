package io.faceline.api.jobs.results;

import io.faceline.api.jobs.JobFollower;
import io.faceline.api.jobs.JobFrames;
import io.faceline.api.jobs.TrackedVideos;
import io.faceline.api.jobs.people.JobPeople;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackedFrame;
import java.util.function.Consumer;

/**
 * The results of jobs.
 *
 * @param frames opens the frames of a job
 * @param videos how far they are tracked
 * @param people who is in them
 */
public record JobResults(JobFrames.Open frames, TrackedVideos videos, JobPeople people) {
    /** Follows a job, not yet started. The caller closes it. */
    public JobFollower follow(Job job, Consumer<TrackedFrame> consumer) {
        return new JobFollower(job, frames, videos, consumer);
    }
}
