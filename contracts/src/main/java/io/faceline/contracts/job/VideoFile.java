package io.faceline.contracts.job;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The file of an uploaded video, as it was sent.
 *
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case
 * @param recordedAt when its first frame was recorded, as the sender or the file says; absent if neither does
 * @param start timestamp of the first frame in seconds; absent until the video is opened
 * @param framesPerSecond average rate of the file's own frames, 0 if it does not say; absent until the video is opened
 */
public record VideoFile(
        String sha256,
        @OmittedIfAbsent @Nullable Instant recordedAt,
        @OmittedIfAbsent @Nullable Double start,
        @OmittedIfAbsent @Nullable Double framesPerSecond) {
    public VideoFile {
        Checks.require(sha256.matches("[0-9a-f]{64}"), "the hash must be 64 hexadecimal digits, was " + sha256);
    }

    /** @param recorded as the file says; what the sender says counts more */
    public VideoFile opened(double first, double rate, @Nullable Instant recorded) {
        return new VideoFile(sha256, recordedAt == null ? recorded : recordedAt, first, rate);
    }
}
