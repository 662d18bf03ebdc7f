package io.faceline.api.jobs.people;

import io.faceline.api.jobs.TrackedVideos;
import io.faceline.contracts.Blob;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.tracking.summary.Pictures;
import io.faceline.tracking.summary.VideoSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The people of jobs, and their pictures. Thread-safe. */
public final class JobPeople {
    /** After a crash of the tracker an appearance may have no picture. */
    private static final Duration PICTURES_TIMEOUT = Duration.ofSeconds(2);

    private final TrackedVideos videos;
    private final AppearanceTable appearances;
    private final Shots pictures;

    public JobPeople(TrackedVideos videos, AppearanceTable appearances, Shots pictures) {
        this.videos = videos;
        this.appearances = appearances;
        this.pictures = pictures;
    }

    /**
     * The people of a job so far.
     *
     * @param isComplete whether the job has ended and all its frames are included
     */
    public record Seen(VideoSummary summary, boolean isComplete) {}

    public Seen of(Job job) {
        return of(job, Pictures.NONE);
    }

    private Seen of(Job job, Pictures shown) {
        // Read first: what it counts was written before.
        var video = videos.of(job);
        var seen = appearances.of(job);
        return new Seen(VideoSummary.of(seen, video, shown), video.isComplete() && version(seen) >= video.version());
    }

    /**
     * The people of a job that is tracked to its end, with the pictures of their best shots.
     *
     * @throws io.faceline.runtime.concurrent.WaitTimeoutException when they are not read in time
     */
    public VideoSummary await(Job job, Duration timeout) {
        appearances.await(() -> of(job).isComplete(), timeout);
        pictures.await(
                appearances.of(job).stream().map(seen -> key(job, seen.id())).toList(), PICTURES_TIMEOUT);
        return of(job, seen -> pictureOf(job, seen)).summary();
    }

    private Optional<Blob> pictureOf(Job job, Appearance seen) {
        try {
            return picture(job, seen.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static long version(List<Appearance> appearances) {
        return appearances.stream().mapToLong(Appearance::version).max().orElse(0);
    }

    boolean hasPicture(Job job, String appearance) {
        return pictures.has(key(job, appearance)) && appearances.mayShow(job, appearance);
    }

    /** The best shot of an appearance. Blocks while it is read. */
    Optional<Blob> picture(Job job, String appearance) throws InterruptedException {
        return appearances.mayShow(job, appearance) ? pictures.find(key(job, appearance)) : Optional.empty();
    }

    private static String key(Job job, String appearance) {
        return ShotPicture.key(Appearance.key(job.id(), appearance), ShotPicture.Kind.BEST);
    }
}
