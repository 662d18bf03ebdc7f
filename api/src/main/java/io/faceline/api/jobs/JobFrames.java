package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.tracking.TrackedFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The frames of one job from the first on, in order, as one thread asks for them. */
public interface JobFrames extends AutoCloseable {
    /**
     * The next frame; empty when none came in time.
     *
     * @throws IllegalStateException when reading failed
     */
    Optional<TrackedFrame> next(Duration atMost) throws InterruptedException;

    /** No answer will come for these: ascending, all that are known by now. */
    void skip(List<Long> lost);

    /** Whether all frames of a sequence below this were handed out or skipped. */
    boolean isThrough(long count);

    /** Whether all answers that were there at the beginning were read. */
    boolean isCaughtUp();

    @Override
    void close();

    /** Opens the frames of a job; blocks for moments. */
    @FunctionalInterface
    interface Open {
        JobFrames of(Job job);
    }
}
