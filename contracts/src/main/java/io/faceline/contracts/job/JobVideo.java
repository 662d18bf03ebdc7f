package io.faceline.contracts.job;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
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
        @OmittedIfAbsent @Nullable VideoFile file) {
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
        this(title, mediaType, bytes, framesPerSecond, duration, frames, lost, error, null);
    }

    /** A video waiting to be processed. */
    public static JobVideo waiting(String title, String mediaType, long bytes, double framesPerSecond) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, null, 0, List.of(), null);
    }

    public JobVideo of(@Nullable VideoFile known) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, duration, frames, lost, error, known);
    }

    public JobVideo opened(double seconds) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, seconds, frames, lost, error, file);
    }

    public JobVideo at(long answered, List<Long> unanswered) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, duration, answered, unanswered, error, file);
    }

    public JobVideo failed(JobError why) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, duration, frames, lost, why, file);
    }
}
