package io.faceline.api.jobs.results;

import io.faceline.api.jobs.IdleTimeout;
import io.faceline.api.jobs.JobFrames;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** Writes the results of the frames that a job has processed so far. */
public final class WriteResults {
    private static final Duration TICK = Duration.ofMillis(100);

    private final JobFrames.Open open;
    private final Predicate<String> exists;

    /** @param exists whether the job with this id still exists */
    public WriteResults(JobFrames.Open open, Predicate<String> exists) {
        this.open = open;
        this.exists = exists;
    }

    void write(Job job, JobVideo video, ResultFile file) throws IOException, InterruptedException {
        try (var frames = open.of(job)) {
            frames.skip(video.lost());
            file.begin();
            file.end(writeFrames(job, video.frames(), frames, file));
        }
    }

    /** Returns whether all frames were written. */
    private boolean writeFrames(Job job, long count, JobFrames frames, ResultFile file)
            throws IOException, InterruptedException {
        var idle = new IdleTimeout();
        while (!frames.isThrough(count)) {
            var frame = frames.next(TICK);
            if (!exists.test(job.id()) || idle.hasExpired(frames)) {
                return false;
            }
            if (frame.isPresent()) {
                idle.reset();
                if (frame.get().frame().facts().sequence() >= count) {
                    return true;
                }
                file.add(frame.get());
            }
        }
        return true;
    }
}
