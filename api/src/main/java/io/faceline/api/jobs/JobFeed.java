package io.faceline.api.jobs;

import io.faceline.api.events.EventStream;
import io.faceline.api.events.Feed;
import io.faceline.contracts.job.Job;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Streams a job's progress as server-sent events: {@code progress}, each {@code frame}, and finally {@code end}. Stops
 * silently when the job is deleted.
 */
final class JobFeed implements Feed {
    /** The id of the last event. */
    static final String END = "end";

    private final Job job;
    private final JobDirectory jobs;
    private final JobFrames frames;
    private final FrameEnd end;
    private final Viewer viewer;
    private final JobProgress progress;
    private final long after;
    private final InstantSource clock;

    /** @param after the sequence of the last frame that the client received; -1 for none */
    JobFeed(
            Job job,
            JobDirectory jobs,
            JobFrames frames,
            TrackedVideos videos,
            Viewer viewer,
            JobProgress progress,
            long after,
            InstantSource clock) {
        this.job = job;
        this.jobs = jobs;
        this.frames = frames;
        this.end = new FrameEnd(videos);
        this.viewer = viewer;
        this.progress = progress;
        this.after = after;
        this.clock = clock;
    }

    @Override
    public void run(EventStream stream) throws IOException, InterruptedException {
        var isOpen = true;
        while (isOpen) {
            var now = jobs.find(job.id()).filter(Job::hasVideo);
            isOpen = now.isPresent() && sendNext(now.get(), stream);
        }
    }

    /** Sends the next events, waiting briefly for them; returns false at the end. */
    private boolean sendNext(Job now, EventStream stream) throws IOException, InterruptedException {
        sendProgress(now, stream);
        // Before the frames are read: what is complete by then is among them.
        var last = end.lastFrame(now);
        var next = frames.next();
        for (var entry : next) {
            sendProgress(now, stream);
            send(entry, stream);
        }
        end.read(next, frames);
        if (isThrough(now, last)) {
            stream.send("end", END, progress.of(now, clock.instant()));
            return false;
        }
        if (stream.isQuiet()) {
            stream.heartbeat();
        }
        return true;
    }

    /** Whether all frames were sent or the rest will not arrive. */
    private boolean isThrough(Job now, Optional<Long> last) {
        return last.filter(end::isPast).isPresent() || (!now.state().isUnfinished() && end.hasStalled());
    }

    private void sendProgress(Job now, EventStream stream) throws IOException {
        Optional<JobProgressView> due = progress.due(now, clock.instant());
        if (due.isPresent()) {
            stream.send("progress", due.get());
        }
    }

    private void send(JobFrames.Entry entry, EventStream stream) throws IOException {
        var frame = entry.frame();
        progress.answered(frame.sequence(), frame.match().answeredAt());
        if (frame.sequence() > after) {
            stream.sendJson("frame", Long.toString(frame.sequence()), entry.json(viewer));
        }
    }
}
