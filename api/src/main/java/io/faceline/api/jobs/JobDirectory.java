package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import java.util.Collection;
import java.util.Optional;

/** All jobs of the topic {@code jobs}, including those of the command line and the markers of deleted ones. Thread-safe. */
public interface JobDirectory {
    Optional<Job> find(String id);

    Collection<Job> all();

    /**
     * @throws io.faceline.runtime.http.ProblemException while jobs and people are still being read, as an unread one
     *     would look unknown
     */
    void requireRead();
}
