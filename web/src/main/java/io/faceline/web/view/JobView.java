package io.faceline.web.view;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobError;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.contracts.job.VideoFile;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in HTTP responses.
 *
 * @param bytes file size of the video
 * @param duration in seconds; null until the video is opened
 * @param framesPerSecond maximum number of frames analysed per second of video
 * @param frames number of frames answered or lost so far
 * @param framesExpected an estimate until the job is done; null until the video is opened
 * @param lost number of frames without an answer
 * @param error null unless the job failed
 * @param expiresAt when the job will be deleted; null while it is unfinished
 * @param file null for a job of an older version
 * @param rematchOf the job whose faces this one matched again; null for a video that was sent
 * @param keptUntil null unless the owner keeps it
 */
public record JobView(
        String id,
        SessionId session,
        JobState state,
        String title,
        String mediaType,
        long bytes,
        @Nullable Double duration,
        double framesPerSecond,
        long frames,
        @Nullable Long framesExpected,
        int lost,
        @Nullable JobError error,
        Instant startedAt,
        Instant changedAt,
        @Nullable Instant expiresAt,
        @Nullable VideoFile file,
        @Nullable String rematchOf,
        @Nullable Instant keptUntil) {
    /** Minimum retention after the end of a job, which leaves time to view its results. */
    private static final Duration MIN_RETENTION = Duration.ofHours(1);

    /**
     * @param retention how long a job is kept from its start on
     * @throws IllegalStateException for a job without a video
     */
    public static JobView of(Job job, Duration retention) {
        var video = job.requireVideo();
        return new JobView(
                job.id(),
                job.session(),
                job.state(),
                video.title(),
                video.mediaType(),
                video.bytes(),
                video.duration(),
                video.framesPerSecond(),
                video.frames(),
                expected(job.state(), video),
                video.lost().size(),
                video.error(),
                job.startedAt(),
                job.changedAt(),
                expiry(job, retention),
                video.file(),
                video.rematchOf(),
                video.keptUntil());
    }

    /** The same job when so many frames are answered or lost. */
    public JobView withFrames(long count) {
        return new JobView(
                id,
                session,
                state,
                title,
                mediaType,
                bytes,
                duration,
                framesPerSecond,
                count,
                framesExpected,
                lost,
                error,
                startedAt,
                changedAt,
                expiresAt,
                file,
                rematchOf,
                keptUntil);
    }

    /** When the job is to be deleted; null while it is unfinished. */
    public static @Nullable Instant expiry(Job job, Duration retention) {
        if (job.state().isUnfinished()) {
            return null;
        }
        var byAge = job.startedAt().plus(retention);
        var byEnd = job.changedAt().plus(MIN_RETENTION);
        var usual = byAge.isAfter(byEnd) ? byAge : byEnd;
        var kept = job.video() == null ? null : job.video().keptUntil();
        return kept != null && kept.isAfter(usual) ? kept : usual;
    }

    private static @Nullable Long expected(JobState state, JobVideo video) {
        if (state == JobState.DONE) {
            return video.frames();
        }
        var duration = video.duration();
        return duration == null ? null : (long) Math.ceil(duration * video.framesPerSecond());
    }
}
