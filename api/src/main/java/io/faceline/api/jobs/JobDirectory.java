package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import java.util.Collection;
import java.util.Optional;

/** All jobs, as the topic {@code jobs} has them: also those of the command line, and the marks of deleted ones. Safe for all threads. */
public interface JobDirectory {
    Optional<Job> find(String id);

    Collection<Job> all();

    /** @throws io.faceline.runtime.http.ProblemException while not all jobs and people were read: none must pass for one that never was */
    void requireRead();
}
