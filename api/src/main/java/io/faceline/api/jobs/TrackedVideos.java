package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackedVideo;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** How far the videos of jobs are tracked. Thread-safe. */
public final class TrackedVideos {
    private final Function<String, Optional<TrackedVideo>> videos;
    private final Waiting waiting;

    /** Waits for a condition of the records; throws WaitTimeoutException when that takes longer. */
    @FunctionalInterface
    public interface Waiting {
        void await(BooleanSupplier condition, Duration timeout);
    }

    /** @param videos finds the record of a job */
    public TrackedVideos(Function<String, Optional<TrackedVideo>> videos, Waiting waiting) {
        this.videos = videos;
        this.waiting = waiting;
    }

    /**
     * Waits until a job that has ended is tracked to its end.
     *
     * @throws io.faceline.runtime.concurrent.WaitTimeoutException when that takes longer
     */
    public void awaitComplete(Job job, Duration timeout) {
        waiting.await(() -> of(job).isComplete(), timeout);
    }

    /** As of now: of nothing, if no frame of it is tracked yet. */
    public TrackedVideo of(Job job) {
        return videos.apply(job.id())
                .filter(video -> video.session().equals(job.session()))
                .orElseGet(() -> new TrackedVideo(job.id(), job.session(), 0, 0, 0, 0, -1, 0, hasNoFrames(job)));
    }

    /** Whether the job has ended, and no frame of it was answered. */
    private static boolean hasNoFrames(Job job) {
        var isEmpty =
                job.sent().filter(sent -> sent.lost().size() >= sent.count()).isPresent();
        return !job.state().isUnfinished() && isEmpty;
    }
}
