package io.faceline.contracts.job;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A video in the pipeline, persisted across restarts: topic {@code jobs}. Its id is the source of its frames, so a
 * resumed job sends the same frame ids again and finds its earlier answers.
 *
 * @param request hash of the request: the same request finds its unfinished job again
 * @param startedAt no answer of this job is older than this
 * @param video the video that ingest stores; absent for a file of the command line and for a deleted job
 * @param frames of a job that has ended, if {@code video} does not tell them
 */
public record Job(
        String id,
        SessionId session,
        String request,
        JobState state,
        Instant startedAt,
        Instant changedAt,
        @Nullable JobVideo video,
        @OmittedIfAbsent @Nullable SentFrames frames) {
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private static final String ID_PREFIX = "job-";

    /** A new id. */
    public static String newId() {
        return ID_PREFIX + UUID.randomUUID();
    }

    /** Whether a source is a job, whose frames have sequence numbers without gaps. */
    public static boolean isId(String source) {
        return source.startsWith(ID_PREFIX);
    }

    public Job {
        Checks.id("job id", id);
        Checks.id("request", request);
        Checks.require(isTime(startedAt) && isTime(changedAt), "the times of a job must be of the years 1970 to 2099");
        Checks.require(state != JobState.DELETED || video == null, "a deleted job must not keep its video");
    }

    private static boolean isTime(Instant time) {
        return !time.isBefore(Instant.EPOCH) && time.isBefore(END);
    }

    /** A job whose video is not stored by ingest. */
    public Job(String id, SessionId session, String request, JobState state, Instant startedAt, Instant changedAt) {
        this(id, session, request, state, startedAt, changedAt, null);
    }

    public Job(
            String id,
            SessionId session,
            String request,
            JobState state,
            Instant startedAt,
            Instant changedAt,
            @Nullable JobVideo video) {
        this(id, session, request, state, startedAt, changedAt, video, null);
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

    /** The frames so far of a video, and all of a job that has ended; empty if they are not known. */
    public Optional<SentFrames> sent() {
        return video == null ? Optional.ofNullable(frames) : Optional.of(new SentFrames(video.frames(), video.lost()));
    }

    public Job ended(JobState changed, SentFrames sent, Instant when) {
        return new Job(id, session, request, changed, startedAt, when, video, sent);
    }

    public Job in(JobState changed, Instant when) {
        return new Job(id, session, request, changed, startedAt, when, changed == JobState.DELETED ? null : video);
    }

    public Job with(JobVideo changed, Instant when) {
        return new Job(id, session, request, state, startedAt, when, changed);
    }
}
