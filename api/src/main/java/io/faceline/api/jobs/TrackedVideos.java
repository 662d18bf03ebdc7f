package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackedVideo;
import java.util.Optional;
import java.util.function.Function;

/** How far the videos of jobs are tracked. Thread-safe. */
public final class TrackedVideos {
    private final Function<String, Optional<TrackedVideo>> videos;

    /** @param videos finds the record of a job */
    public TrackedVideos(Function<String, Optional<TrackedVideo>> videos) {
        this.videos = videos;
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
