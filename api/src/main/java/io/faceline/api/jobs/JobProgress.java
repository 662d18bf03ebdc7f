package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.web.view.JobView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates progress events, at most one a second and one per change of state. Not thread-safe. */
final class JobProgress {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Duration retention;
    private final Throughput throughput = new Throughput();
    private long frames;
    private Optional<SentEvent> lastSent = Optional.empty();

    JobProgress(Duration retention) {
        this.retention = retention;
    }

    /** Records an answered frame, which the job itself reports a little later. */
    void answered(long sequence, Instant at) {
        frames = Math.max(frames, sequence + 1);
        throughput.answered(at);
    }

    /** The next progress event, if one is due and something has changed. */
    Optional<JobProgressView> due(Job job, Instant now) {
        if (lastSent.filter(last -> last.isRecent(job, now)).isPresent()) {
            return Optional.empty();
        }
        var view = of(job, now);
        var isChanged = lastSent.filter(last -> last.view().equals(view)).isEmpty();
        lastSent = Optional.of(new SentEvent(job, view, now));
        return isChanged ? Optional.of(view) : Optional.empty();
    }

    JobProgressView of(Job job, Instant now) {
        var view = JobView.of(job, retention);
        if (!job.state().isUnfinished()) {
            return new JobProgressView(view, null, 0L);
        }
        var current = view.withFrames(Math.max(frames, view.frames()));
        var perSecond = throughput.at(now);
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

    private record SentEvent(Job job, JobProgressView view, Instant at) {
        boolean isRecent(Job latest, Instant now) {
            return job.state() == latest.state() && now.isBefore(at.plus(INTERVAL));
        }
    }
}
