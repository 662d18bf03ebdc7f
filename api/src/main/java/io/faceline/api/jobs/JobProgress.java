package io.faceline.api.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.serde.Mappers;
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
    Optional<ObjectNode> due(Job job, Instant now) {
        if (lastSent.filter(last -> last.isRecent(job, now)).isPresent()) {
            return Optional.empty();
        }
        var view = of(job, now);
        var isChanged = lastSent.filter(last -> last.view().equals(view)).isEmpty();
        lastSent = Optional.of(new SentEvent(job, view, now));
        return isChanged ? Optional.of(view) : Optional.empty();
    }

    ObjectNode of(Job job, Instant now) {
        var view = JobView.of(job, retention);
        ObjectNode json = Mappers.JSON.valueToTree(view);
        if (!job.state().isUnfinished()) {
            return json.putNull("framesPerSecondNow").put("secondsLeft", 0);
        }
        var done = Math.max(frames, view.frames());
        var perSecond = throughput.at(now);
        json.put("frames", done);
        json.put("framesPerSecondNow", perSecond.isPresent() ? (Double) rounded(perSecond.getAsDouble()) : null);
        json.put("secondsLeft", perSecond.isPresent() ? secondsLeft(view, done, perSecond.getAsDouble()) : null);
        return json;
    }

    private static @Nullable Long secondsLeft(JobView view, long done, double perSecond) {
        var expected = view.framesExpected();
        return expected == null ? null : (Long) Math.round(Math.max(0, expected - done) / perSecond);
    }

    private static double rounded(double perSecond) {
        return Math.round(perSecond * 10) / 10.0;
    }

    private record SentEvent(Job job, ObjectNode view, Instant at) {
        boolean isRecent(Job latest, Instant now) {
            return job.state() == latest.state() && now.isBefore(at.plus(INTERVAL));
        }
    }
}
