package io.faceline.contracts.job;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded video and its progress.
 *
 * @param title the file name given by the owner; shown to the owner only
 * @param mediaType such as {@code video/mp4}, detected from the content, not the file name
 * @param bytes file size
 * @param framesPerSecond maximum number of frames analysed per second of video
 * @param duration in seconds; absent until the video is opened
 * @param frames number of frames answered or lost so far; all frames once the job is finished
 * @param lost sequence numbers of the frames that got no answer, ascending
 * @param error why the job failed; absent unless it did
 * @param file absent in records of older versions
 * @param rematchOf the job whose faces this one matches again; absent for a video that was sent
 * @param keptUntil the owner wants it that long; absent if it goes when its time is over
 */
public record JobVideo(
        String title,
        String mediaType,
        long bytes,
        double framesPerSecond,
        @Nullable Double duration,
        long frames,
        List<Long> lost,
        @Nullable JobError error,
        @OmittedIfAbsent @Nullable VideoFile file,
        @OmittedIfAbsent @Nullable String rematchOf,
        @OmittedIfAbsent @Nullable Instant keptUntil) {
    public JobVideo {
        lost = List.copyOf(lost);
        Checks.require(bytes >= 0 && frames >= 0, "bytes and frames must not be negative");
    }

    public JobVideo(
            String title,
            String mediaType,
            long bytes,
            double framesPerSecond,
            @Nullable Double duration,
            long frames,
            List<Long> lost,
            @Nullable JobError error) {
        this(title, mediaType, bytes, framesPerSecond, duration, frames, lost, error, null, null, null);
    }

    /** A video waiting to be processed. */
    public static JobVideo waiting(String title, String mediaType, long bytes, double framesPerSecond) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, null, 0, List.of(), null);
    }

    public JobVideo of(@Nullable VideoFile known) {
        return with(duration, frames, lost, error, known);
    }

    public JobVideo opened(double seconds) {
        return with(seconds, frames, lost, error, file);
    }

    public JobVideo at(long answered, List<Long> unanswered) {
        return with(duration, answered, unanswered, error, file);
    }

    public JobVideo failed(JobError why) {
        return with(duration, frames, lost, why, file);
    }

    private JobVideo with(
            @Nullable Double seconds,
            long answered,
            List<Long> unanswered,
            @Nullable JobError why,
            @Nullable VideoFile known) {
        return new JobVideo(
                title,
                mediaType,
                bytes,
                framesPerSecond,
                seconds,
                answered,
                unanswered,
                why,
                known,
                rematchOf,
                keptUntil);
    }

    /**
     * The same video, waiting to have its faces matched again.
     *
     * @param job that has matched them
     */
    public JobVideo rematch(String job) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, duration, 0, List.of(), null, file, job, null);
    }

    /** @param until null to keep it no longer than others */
    public JobVideo kept(@Nullable Instant until) {
        return new JobVideo(
                title, mediaType, bytes, framesPerSecond, duration, frames, lost, error, file, rematchOf, until);
    }
}
