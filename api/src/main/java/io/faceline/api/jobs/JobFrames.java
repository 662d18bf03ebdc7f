package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.tracking.TrackedFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the frames of a job in order, from the first one. Not thread-safe. */
public interface JobFrames extends AutoCloseable {
    /**
     * The next frame; empty when none arrived in time.
     *
     * @throws IllegalStateException when reading failed
     */
    Optional<TrackedFrame> next(Duration timeout) throws InterruptedException;

    /**
     * Skips frames that will not be answered.
     *
     * @param lost the sequences of all known so far, ascending
     */
    void skip(List<Long> lost);

    /** Whether all frames with a lower sequence were returned or skipped. */
    boolean isThrough(long count);

    /** Whether all answers that existed at the start were read. */
    boolean isCaughtUp();

    @Override
    void close();

    /** Opens the frames of a job; blocks briefly. */
    @FunctionalInterface
    interface Open {
        JobFrames of(Job job);
    }
}
