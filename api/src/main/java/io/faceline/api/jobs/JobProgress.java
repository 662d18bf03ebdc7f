package io.faceline.api.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.serde.Mappers;
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
    Optional<ObjectNode> due(Job job, Instant now) {
        if (told.filter(last -> last.isEnough(job, now)).isPresent()) {
            return Optional.empty();
        }
        var view = of(job, now);
        var isNews = told.filter(last -> last.view().equals(view)).isEmpty();
        told = Optional.of(new Told(job, view, now));
        return isNews ? Optional.of(view) : Optional.empty();
    }

    ObjectNode of(Job job, Instant now) {
        var view = JobView.of(job, retention);
        ObjectNode json = Mappers.JSON.valueToTree(view);
        if (!job.state().isUnfinished()) {
            return json.putNull("framesPerSecondNow").put("secondsLeft", 0);
        }
        var done = Math.max(frames, view.frames());
        var perSecond = speed.at(now);
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

    private record Told(Job job, ObjectNode view, Instant at) {
        boolean isEnough(Job latest, Instant now) {
            return job.state() == latest.state() && now.isBefore(at.plus(EVERY));
        }
    }
}
