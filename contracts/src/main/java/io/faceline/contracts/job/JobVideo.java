package io.faceline.contracts.job;

import io.faceline.contracts.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a video that was uploaded, and how far it is.
 *
 * @param title as its owner calls the file; for the owner's eyes alone
 * @param mediaType such as {@code video/mp4}, by what the file is and not by what it is called
 * @param bytes of the file
 * @param framesPerSecond how many frames of a second are looked at, at most
 * @param duration in seconds; absent until the video was opened
 * @param frames answered or lost so far: at the end of the job the number of all of them
 * @param lost sequence numbers of the frames that never got an answer, ascending
 * @param error why the job failed; absent unless it did
 */
public record JobVideo(
        String title,
        String mediaType,
        long bytes,
        double framesPerSecond,
        @Nullable Double duration,
        long frames,
        List<Long> lost,
        @Nullable JobError error) {
    public JobVideo {
        lost = List.copyOf(lost);
        Checks.require(bytes >= 0 && frames >= 0, "bytes and frames must not be negative");
    }

    /** One that waits for its turn. */
    public static JobVideo waiting(String title, String mediaType, long bytes, double framesPerSecond) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, null, 0, List.of(), null);
    }

    public JobVideo opened(double seconds) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, seconds, frames, lost, error);
    }

    public JobVideo at(long answered, List<Long> unanswered) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, duration, answered, unanswered, error);
    }

    public JobVideo failed(JobError why) {
        return new JobVideo(title, mediaType, bytes, framesPerSecond, duration, frames, lost, why);
    }
}
