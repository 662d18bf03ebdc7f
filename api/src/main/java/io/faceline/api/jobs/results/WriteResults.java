package io.faceline.api.jobs.results;

import io.faceline.api.jobs.FrameEnd;
import io.faceline.api.jobs.JobFrames;
import io.faceline.api.jobs.TrackedVideos;
import io.faceline.contracts.job.Job;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes the results of the frames that a job has processed so far. */
public final class WriteResults {
    private final JobFrames.Open open;
    private final TrackedVideos videos;
    private final Predicate<String> exists;

    /** @param exists whether the job with this id still exists */
    public WriteResults(JobFrames.Open open, TrackedVideos videos, Predicate<String> exists) {
        this.open = open;
        this.videos = videos;
        this.exists = exists;
    }

    void write(Job job, ResultFile file) throws IOException, InterruptedException {
        file.begin();
        file.end(writeFrames(job, open.of(job), file));
    }

    /** Returns whether all frames so far were written. */
    private boolean writeFrames(Job job, JobFrames frames, ResultFile file) throws IOException, InterruptedException {
        var end = new FrameEnd(videos);
        var soFar = videos.of(job).last();
        while (exists.test(job.id()) && !end.hasStalled()) {
            var last = job.state().isUnfinished() ? Optional.of(soFar) : end.lastFrame(job);
            if (last.filter(end::isPast).isPresent()) {
                return true;
            }
            var next = frames.next();
            for (var entry : next) {
                file.add(entry.frame());
            }
            end.read(next, frames);
        }
        return false;
    }
}
