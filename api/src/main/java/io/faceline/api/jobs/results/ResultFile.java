package io.faceline.api.jobs.results;

import io.faceline.contracts.track.TrackedFrame;
import java.io.IOException;

/** Writes the results of a job to a file, from beginning to end. */
interface ResultFile {
    void begin() throws IOException;

    void add(TrackedFrame frame) throws IOException;

    /** @param isComplete whether all frames were added */
    void end(boolean isComplete) throws IOException;
}
