package io.faceline.api.jobs.visits;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.VideoFile;
import io.faceline.contracts.track.Look;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a video.
 *
 * @param millis of the video's own time base
 * @param sequence number of the analysed frame, from 0
 * @param frame number of the frame in the file, from 0, by its average rate; null if the file does not tell its rate
 * @param time of day; null if it is not known when the video was recorded
 */
record Moment(
        long millis,
        long sequence,
        @Nullable Long frame,
        @Nullable Instant time) {
    private static final double MILLIS = 1000;

    static Moment of(Job job, Look look) {
        var file = Optional.ofNullable(job.requireVideo().file());
        var seconds = look.seconds();
        return new Moment(
                Math.round(seconds * MILLIS),
                look.sequence(),
                file.map(known -> frame(known, seconds)).orElse(null),
                file.map(known -> time(known, seconds)).orElse(null));
    }

    private static @Nullable Long frame(VideoFile file, double seconds) {
        var rate = file.framesPerSecond();
        var start = file.start();
        return rate == null || start == null || rate <= 0 ? null : (Long) Math.round((seconds - start) * rate);
    }

    private static @Nullable Instant time(VideoFile file, double seconds) {
        var recordedAt = file.recordedAt();
        var start = file.start();
        return recordedAt == null || start == null
                ? null
                : recordedAt.plusMillis(Math.round((seconds - start) * MILLIS));
    }

    double seconds() {
        return millis / MILLIS;
    }
}
