package io.faceline.api.jobs.results;

import io.faceline.api.jobs.IdleTimeout;
import io.faceline.api.jobs.JobFrames;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** Writes the results of a job from its first frame to what it has by now. */
public final class WriteResults {
    private static final Duration TICK = Duration.ofMillis(100);

    private final JobFrames.Open open;
    private final Predicate<String> isThere;

    /** @param isThere whether the job of this id may still be shown */
    public WriteResults(JobFrames.Open open, Predicate<String> isThere) {
        this.open = open;
        this.isThere = isThere;
    }

    void write(Job job, JobVideo video, ResultFile file) throws IOException, InterruptedException {
        try (var frames = open.of(job)) {
            frames.skip(video.lost());
            file.begin();
            file.end(writeFrames(job, video.frames(), frames, file));
        }
    }

    /** Whether all of them were written. */
    private boolean writeFrames(Job job, long count, JobFrames frames, ResultFile file)
            throws IOException, InterruptedException {
        var silence = new IdleTimeout();
        while (!frames.isThrough(count)) {
            var frame = frames.next(TICK);
            if (!isThere.test(job.id()) || silence.isFinal(frames)) {
                return false;
            }
            if (frame.isPresent()) {
                silence.broken();
                if (frame.get().frame().facts().sequence() >= count) {
                    return true;
                }
                file.add(frame.get());
            }
        }
        return true;
    }
}
