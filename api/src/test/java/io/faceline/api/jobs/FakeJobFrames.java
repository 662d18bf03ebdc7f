package io.faceline.api.jobs;

import io.faceline.api.TestAnswers;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.SourceTracking;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Frames that a test answers when it likes to; every job has them all. */
public final class FakeJobFrames implements JobFrames.Open {
    private final SourceTracking tracking = new SourceTracking(SourceTracking.State.EMPTY);
    private final List<TrackedFrame> tracked = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();

    public synchronized void answer(Match match) {
        var frame = new AnsweredFrame(match, Optional.of(TestAnswers.embeddings(match)));
        tracked.add(tracking.accept(frame).frame());
    }

    /** How many readers were opened. */
    public int opened() {
        return opened.get();
    }

    /** A job is complete once it has ended, and its frames were answered. */
    public TrackedVideo video(Job job) {
        var count = tracked.size();
        var isComplete = !job.state().isUnfinished()
                && job.sent().filter(sent -> sent.count() <= count).isPresent();
        var faces = tracked.stream().mapToLong(frame -> frame.tracks().size()).sum();
        var last = tracked.stream().mapToLong(TrackedFrame::sequence).max().orElse(-1);
        return new TrackedVideo(job.id(), job.session(), count, 0, faces, count, last, 0, isComplete);
    }

    @Override
    public JobFrames of(Job job) {
        opened.incrementAndGet();
        return new Frames();
    }

    private final class Frames implements JobFrames {
        private final BlockingQueue<Object> never = new LinkedBlockingQueue<>();
        private int next;

        @Override
        public List<Entry> next() throws InterruptedException {
            if (isAtEnd()) {
                var unused = never.poll(20, TimeUnit.MILLISECONDS);
                return List.of();
            }
            return List.of(new OneFrame(tracked.get(next++)));
        }

        @Override
        public boolean isAtEnd() {
            return next == tracked.size();
        }
    }

    private record OneFrame(TrackedFrame frame) implements JobFrames.Entry {
        @Override
        public String json(Viewer viewer) {
            return FrameBlock.json(frame, viewer);
        }
    }
}
