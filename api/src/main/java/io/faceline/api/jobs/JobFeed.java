package io.faceline.api.jobs;

import io.faceline.api.events.EventStream;
import io.faceline.api.events.Feed;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import io.faceline.tracking.TrackedFrame;
import io.faceline.web.view.PersonNames;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Streams a job's progress as server-sent events: {@code progress}, each {@code frame}, and finally {@code end}. Stops
 * silently when the job is deleted. Uses a reader of its own, so that a slow client delays no other.
 */
final class JobFeed implements Feed {
    /** The id of the last event. */
    static final String END = "end";

    private static final Duration TICK = Duration.ofMillis(200);

    private final Job job;
    private final JobDirectory jobs;
    private final JobFrames.Open open;
    private final PersonNames names;
    private final JobProgress progress;
    private final long after;
    private final InstantSource clock;
    private final IdleTimeout idle = new IdleTimeout();

    /** @param after the sequence of the last frame that the client received; -1 for none */
    JobFeed(
            Job job,
            JobDirectory jobs,
            JobFrames.Open open,
            PersonNames names,
            JobProgress progress,
            long after,
            InstantSource clock) {
        this.job = job;
        this.jobs = jobs;
        this.open = open;
        this.names = names;
        this.progress = progress;
        this.after = after;
        this.clock = clock;
    }

    @Override
    public void run(EventStream stream) throws IOException, InterruptedException {
        try (var frames = open.of(job)) {
            var isOpen = true;
            while (isOpen) {
                var now = jobs.find(job.id());
                var video = now.map(Job::video);
                isOpen = now.isPresent() && video.isPresent() && sendNext(now.get(), video.get(), frames, stream);
            }
        }
    }

    /** Sends the next events, waiting briefly for them; returns false at the end. */
    private boolean sendNext(Job now, JobVideo video, JobFrames frames, EventStream stream)
            throws IOException, InterruptedException {
        var due = progress.due(now, clock.instant());
        if (due.isPresent()) {
            stream.send("progress", due.get());
        }
        frames.skip(video.lost());
        var frame = frames.next(TICK);
        if (frame.isPresent()) {
            send(frame.get(), stream);
        } else if (!now.state().isUnfinished() && isThrough(video, frames)) {
            stream.send("end", END, progress.of(now, clock.instant()));
            return false;
        }
        if (stream.isQuiet()) {
            stream.heartbeat();
        }
        return true;
    }

    private void send(TrackedFrame frame, EventStream stream) throws IOException {
        var match = frame.frame().match();
        var sequence = match.facts().sequence();
        idle.reset();
        progress.answered(sequence, match.answeredAt());
        if (sequence > after) {
            stream.send("frame", Long.toString(sequence), TrackedFaceView.match(frame, names));
        }
    }

    /** Whether all frames were sent or the rest will not arrive. */
    private boolean isThrough(JobVideo video, JobFrames frames) {
        return frames.isThrough(video.frames()) || idle.hasExpired(frames);
    }
}
