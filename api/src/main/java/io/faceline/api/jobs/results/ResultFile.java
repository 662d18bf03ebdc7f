package io.faceline.api.jobs.results;

import io.faceline.tracking.TrackedFrame;
import java.io.IOException;

/** The results of a job as a file, written from its beginning to its end. */
interface ResultFile {
    void begin() throws IOException;

    void add(TrackedFrame frame) throws IOException;

    /** @param isComplete whether every frame that there is was added */
    void end(boolean isComplete) throws IOException;
}
