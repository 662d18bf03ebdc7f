package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.web.view.JobView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a job is, told at most once a second, and whenever its state changes. Of one thread. */
final class JobProgress {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Duration retention;
    private final Throughput speed = new Throughput();
    private long frames;
    private Optional<Told> told = Optional.empty();

    JobProgress(Duration retention) {
        this.retention = retention;
    }

    /** A frame came; the job itself says so a little later. */
    void answered(long sequence, Instant at) {
        frames = Math.max(frames, sequence + 1);
        speed.answered(at);
    }

    /** What to tell, if it is time and there is something new. */
    Optional<JobProgressView> due(Job job, Instant now) {
        if (told.filter(last -> last.isEnough(job, now)).isPresent()) {
            return Optional.empty();
        }
        var view = of(job, now);
        var isNews = told.filter(last -> last.view().equals(view)).isEmpty();
        told = Optional.of(new Told(job, view, now));
        return isNews ? Optional.of(view) : Optional.empty();
    }

    JobProgressView of(Job job, Instant now) {
        var view = JobView.of(job, retention);
        if (!job.state().isUnfinished()) {
            return new JobProgressView(view, null, 0L);
        }
        var current = view.withFrames(Math.max(frames, view.frames()));
        var perSecond = speed.at(now);
        return perSecond.isEmpty()
                ? new JobProgressView(current, null, null)
                : new JobProgressView(
                        current, rounded(perSecond.getAsDouble()), secondsLeft(current, perSecond.getAsDouble()));
    }

    private static @Nullable Long secondsLeft(JobView view, double perSecond) {
        var expected = view.framesExpected();
        return expected == null ? null : (Long) Math.round(Math.max(0, expected - view.frames()) / perSecond);
    }

    private static double rounded(double perSecond) {
        return Math.round(perSecond * 10) / 10.0;
    }

    private record Told(Job job, JobProgressView view, Instant at) {
        boolean isEnough(Job latest, Instant now) {
            return job.state() == latest.state() && now.isBefore(at.plus(EVERY));
        }
    }
}
