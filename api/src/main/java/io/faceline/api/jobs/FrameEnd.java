package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackedVideo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says when all frames of a job were read, or the rest will not come. Not thread-safe. */
public final class FrameEnd {
    /** Without a frame for so long the rest expired, or the tracker does not run. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final TrackedVideos videos;
    private long sequence = -1;
    private long since = System.nanoTime();

    public FrameEnd(TrackedVideos videos) {
        this.videos = videos;
    }

    /** The sequence number of the last frame of a job that has ended and is tracked, -1 if it has none; empty before. */
    public Optional<Long> lastFrame(Job job) {
        return Optional.of(videos.of(job)).filter(TrackedVideo::isComplete).map(TrackedVideo::last);
    }

    /** Registers what was read. */
    public void read(List<JobFrames.Entry> next, JobFrames frames) {
        if (!next.isEmpty()) {
            sequence = next.get(next.size() - 1).frame().sequence();
        }
        if (!next.isEmpty() || !frames.isAtEnd()) {
            since = System.nanoTime();
        }
    }

    /** Whether this frame was read. */
    public boolean isPast(long last) {
        return sequence >= last;
    }

    /** Whether no frame was read for long. */
    public boolean hasStalled() {
        return System.nanoTime() - since > TIMEOUT.toNanos();
    }
}
