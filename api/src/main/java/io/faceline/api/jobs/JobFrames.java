package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackedFrame;
import java.util.List;

/** Reads the tracked frames of a job in order, from the first one. Not thread-safe. */
public interface JobFrames {
    /**
     * The next frames; none when none came within moments.
     *
     * @throws RuntimeException when reading failed
     */
    List<Entry> next() throws InterruptedException;

    /** Whether all frames that were written by the last call of {@link #next} were returned. */
    boolean isAtEnd();

    /** A frame, and how it looks. */
    interface Entry {
        TrackedFrame frame();

        /** The answer as JSON, with the names that a caller may see. */
        String json(Viewer viewer);
    }

    /** Opens the frames of a job. */
    @FunctionalInterface
    interface Open {
        JobFrames of(Job job);
    }
}
