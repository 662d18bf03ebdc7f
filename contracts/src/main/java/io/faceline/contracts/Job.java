package io.faceline.contracts;

import java.time.Instant;

/**
 * A video on its way through the pipeline, as it must be remembered over a restart: {@code jobs}. Its id is the source of
 * its frames, so a job that is resumed sends the same frame ids again and finds its earlier answers.
 *
 * @param request what was asked for, as a hash: the same request finds its unfinished job again
 * @param startedAt no answer of this job is older
 */
public record Job(String id, SessionId session, String request, JobState state, Instant startedAt, Instant changedAt) {
    public Job {
        Checks.id("job id", id);
        Checks.id("request", request);
    }

    public Job in(JobState changed, Instant when) {
        return new Job(id, session, request, changed, startedAt, when);
    }
}
