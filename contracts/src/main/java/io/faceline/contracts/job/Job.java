package io.faceline.contracts.job;

import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A video on its way through the pipeline, as it must be remembered over a restart: {@code jobs}. Its id is the source of
 * its frames, so a job that is resumed sends the same frame ids again and finds its earlier answers.
 *
 * @param request what was asked for, as a hash: the same request finds its unfinished job again
 * @param startedAt no answer of this job is older
 * @param video of a video that ingest holds; absent for a file of the command line, and of what was deleted
 */
public record Job(
        String id,
        SessionId session,
        String request,
        JobState state,
        Instant startedAt,
        Instant changedAt,
        @Nullable JobVideo video) {
    public Job {
        Checks.id("job id", id);
        Checks.id("request", request);
        Checks.require(state != JobState.DELETED || video == null, "a deleted job keeps nothing of its video");
    }

    /** A job whose video is somewhere else. */
    public Job(String id, SessionId session, String request, JobState state, Instant startedAt, Instant changedAt) {
        this(id, session, request, state, startedAt, changedAt, null);
    }

    /** Whether it is of a video that ingest holds. */
    public boolean hasVideo() {
        return video != null;
    }

    /** @throws IllegalStateException for a job without one */
    public JobVideo requireVideo() {
        if (video == null) {
            throw new IllegalStateException("a job without a video: " + id);
        }
        return video;
    }

    public Job in(JobState changed, Instant when) {
        return new Job(id, session, request, changed, startedAt, when, changed == JobState.DELETED ? null : video);
    }

    public Job with(JobVideo changed, Instant when) {
        return new Job(id, session, request, state, startedAt, when, changed);
    }
}
