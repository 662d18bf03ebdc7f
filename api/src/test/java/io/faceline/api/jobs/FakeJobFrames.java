package io.faceline.api.jobs;

import io.faceline.api.TestAnswers;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.TrackedFrame;
import io.faceline.tracking.summary.VideoTracking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Frames that a test answers when it likes to; every job has them all. */
public final class FakeJobFrames implements JobFrames.Open {
    private final List<Match> answered = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    public void answer(Match match) {
        answered.add(match);
    }

    /** How many readers are open. */
    public int open() {
        return open.get();
    }

    @Override
    public JobFrames of(Job job) {
        open.incrementAndGet();
        return new Frames();
    }

    private final class Frames implements JobFrames {
        private final VideoTracking tracking = new VideoTracking();
        private final BlockingQueue<Object> never = new LinkedBlockingQueue<>();
        private int next;
        private long skipped;

        @Override
        public Optional<TrackedFrame> next(Duration atMost) throws InterruptedException {
            if (next == answered.size()) {
                var unused = never.poll(Math.min(20, atMost.toMillis()), TimeUnit.MILLISECONDS);
                return Optional.empty();
            }
            var match = answered.get(next++);
            return Optional.of(tracking.accept(new AnsweredFrame(match, Optional.of(TestAnswers.embeddings(match)))));
        }

        @Override
        public void skip(List<Long> lost) {
            skipped = lost.size();
        }

        @Override
        public boolean isThrough(long count) {
            return next + skipped >= count;
        }

        @Override
        public boolean isCaughtUp() {
            return true;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
