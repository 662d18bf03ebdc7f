package io.faceline.api.jobs.people;

import io.faceline.api.jobs.TrackedVideos;
import io.faceline.contracts.Blob;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.tracking.summary.Pictures;
import io.faceline.tracking.summary.VideoSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The people of jobs, and their pictures. Thread-safe. */
public final class JobPeople {
    /** After a crash of the tracker an appearance may have no picture. */
    private static final Duration PICTURES_TIMEOUT = Duration.ofSeconds(2);

    /** The tracker is moments behind, unless it was restarted or does not run. */
    private static final Duration END_TIMEOUT = Duration.ofSeconds(5);

    private static final double MILLIS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(JobPeople.class);

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

    /** @param maxGap seconds between appearances of a person that are one visit */
    public VideoSummary visits(Job job, double maxGap) {
        return VideoSummary.of(appearances.of(job), videos.of(job), maxGap, Pictures.NONE);
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
        awaitComplete(job, timeout);
        pictures.await(
                appearances.of(job).stream().map(seen -> key(job, seen.id())).toList(), PICTURES_TIMEOUT);
        return of(job, seen -> pictureOf(job, seen)).summary();
    }

    private void awaitComplete(Job job, Duration timeout) {
        videos.awaitComplete(job, timeout);
        appearances.await(() -> of(job).isComplete(), timeout);
    }

    /** Waits a while for the last frames of a job that has ended. */
    public void awaitEnd(Job job) {
        try {
            awaitComplete(job, END_TIMEOUT);
        } catch (WaitTimeoutException e) {
            LOG.debug("event=job_not_tracked job={}", job.id());
        }
    }

    /** Whether a job has ended, but the last of it is not read yet. */
    public boolean isEnding(Job job) {
        return !job.state().isUnfinished() && !of(job).isComplete();
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

    public boolean hasPicture(Job job, String appearance) {
        return pictures.has(key(job, appearance)) && appearances.mayShow(job, appearance);
    }

    /** The best shot of an appearance. Blocks while it is read. */
    Optional<Blob> picture(Job job, String appearance) throws InterruptedException {
        return appearances.mayShow(job, appearance) ? pictures.find(key(job, appearance)) : Optional.empty();
    }

    /** Where the frame of the best shot is, in milliseconds of the video. */
    long millisOfPicture(Job job, String appearance) {
        return appearances.of(job).stream()
                .filter(seen -> seen.id().equals(appearance))
                .mapToLong(seen -> Math.round(seen.best().seconds() * MILLIS))
                .findFirst()
                .orElse(0);
    }

    private static String key(Job job, String appearance) {
        return ShotPicture.key(Appearance.key(job.id(), appearance), ShotPicture.Kind.BEST);
    }
}
